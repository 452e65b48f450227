import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FieldError } from '../protocol.ts';
import { throughJson } from '../testing/codec-properties.ts';
import { device } from '../testing/reading.ts';
import { bytesOf, vectorsOf } from '../testing/vectors.ts';
import { close, open } from './frame.ts';
import { jt808 } from './jt808.ts';

/** A vector with some bytes of what stands in its frame replaced. */
function changed(id: string, at: number, hex: string): Buffer {
  const vector = vectorsOf('jt808').find((candidate) => candidate.id === id);
  assert.ok(vector, id);
  const plain = Buffer.from(open(bytesOf(vector)).plain);
  plain.write(hex, at, 'hex');
  return close(plain);
}

/** Where the body begins, behind a header of 2013; in 0x5501 the serial has one byte. */
const BODY = 12;
const LOCK_BODY = 11;

test('A place beyond the poles is no fix, whatever the status says, and is written again', () => {
  const fix = '00000002';
  for (const place of ['055d4a8106dd0000', '055d4a800aba9501']) {
    const bytes = changed('jt808-054', BODY + 4, fix + place);
    const content = jt808.read(bytes, device);
    const [report] = content.reports;
    assert.equal(report?.lat === null || report?.lon === null, true);
    assert.equal(report?.fixed, false);
    assert.equal(jt808.write(throughJson(content), device).toString('hex'), bytes.toString('hex'));
    const claimed = { ...content, reports: content.reports.map((one) => ({ ...one, fixed: true })) };
    assert.throws(() => jt808.write(claimed, device), FieldError);
  }
  const [onPole] = jt808.read(changed('jt808-054', BODY + 4, `${fix}055d4a8006dd0000`), device).reports;
  assert.deepEqual([onPole?.lat, onPole?.fixed], [90, true]);
});

test('A lock of Jointech without a place has no fix', () => {
  const bytes = changed('jt808-099', LOCK_BODY + 6, '99999999');
  const content = jt808.read(bytes, device);
  assert.deepEqual([content.reports[0]?.lat, content.reports[0]?.fixed], [null, false]);
  assert.equal(jt808.write(throughJson(content), device).toString('hex'), bytes.toString('hex'));
});
