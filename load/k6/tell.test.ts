import assert from 'node:assert/strict';
import { test } from 'node:test';
import { k6LineOf } from '../../cli/load/k6-line.ts';
import { lineOf } from './tell.ts';

const route = {
  lineHead:
    '{"corridor":"exchange","kind":"submit","from":"TG","method":"POST","path":"/v0/messages","name":"TransitNotice","at":',
};
const BODY = '{"port":"Lomé"}';
const answered = { at: 1, status: 202, afterMs: 2.25, answer: '', fault: '' };

/** What the reader makes of what the script writes, on one line. */
function readBack(all: Partial<typeof answered>, lateMs: number | null = null) {
  const text = lineOf(route, { ...answered, ...all }, BODY, lateMs);
  assert.ok(!text.includes('\n'), text);
  const said = k6LineOf(text);
  assert.ok(said?.corridor === 'exchange', text);
  assert.equal(said.body, BODY);
  return said;
}

for (const answer of [
  '',
  '{"messageType":"AT90"}',
  ' a blank at both ends ',
  'a\nline feed {"corridor":"exchange"}',
  '\n{"corridor":"begun","at":1}',
  'a\rreturn\u0000\u2028\u2029',
  'a mark \u001e within',
  '\u001e\u001e\u001e',
  '\u001b[2Ja terminal cleared',
])
  test(`the answer ${JSON.stringify(answer)} is read back as it was, from one line`, () => {
    assert.equal(readBack({ answer }).answer, answer);
  });

test('no answer of a hub speaks to the terminal that shows the log', () => {
  assert.ok(!lineOf(route, { ...answered, answer: '\u001b]0;x\u0007' }, BODY, null).includes('\u001b'));
});

test('lateness and fault are told where there are any', () => {
  const said = readBack({ status: 0, fault: 'no "route"\n' }, 12);
  assert.deepEqual([said.lateMs, said.fault, said.status], [12, 'no "route"\n', 0]);
  const without = readBack({});
  assert.ok(!('lateMs' in without) && !('fault' in without));
});
