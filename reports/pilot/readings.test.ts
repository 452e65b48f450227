import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { readNumber } from './cells.ts';
import { pilotColumns } from './columns.ts';
import { instantForm, zoneMinutes } from './instants.ts';
import { MAPPING } from './testing/pilot-exports.ts';

const read = (format: string, text: string, zone?: string) => {
  const at = instantForm(format, zone === undefined ? undefined : zoneMinutes(zone))?.read(text);
  return typeof at === 'number' ? new Date(at).toISOString() : at;
};

test('an instant is read by its form, in the zone of its column: Niger is an hour ahead', () => {
  assert.equal(
    read('dd/MM/yyyy HH:mm:ss', '02/11/2026 09:00:00', 'Africa/Niamey'),
    '2026-11-02T08:00:00.000Z',
  );
  assert.equal(read('dd/MM/yyyy HH:mm:ss', '02/11/2026 09:00:00', 'Africa/Lome'), '2026-11-02T09:00:00.000Z');
  assert.equal(read('d/M/yyyy H:mm', '2/11/2026 9:05', 'UTC'), '2026-11-02T09:05:00.000Z');
  assert.equal(read('yyyyMMddHHmmssSSS', '20261102090000123', '+01:00'), '2026-11-02T08:00:00.123Z');
  assert.equal(read('iso', '2026-11-02 09:00:00.5+01'), '2026-11-02T08:00:00.500Z');
  assert.equal(read('iso', '2026-11-02T09:00Z', 'Africa/Niamey'), '2026-11-02T09:00:00.000Z');
  assert.equal(read('epoch-s', '1793610000'), '2026-11-02T09:00:00.000Z');
  assert.equal(read('epoch-ms', '1793610000000'), '2026-11-02T09:00:00.000Z');
  assert.equal(read('spreadsheet', '46328,375', 'UTC'), '2026-11-02T09:00:00.000Z');
});

test('an instant without a zone is told from one that is none', () => {
  assert.equal(read('iso', '2026-11-02T09:00:00'), null);
  for (const [format, text] of [
    ['dd/MM/yyyy HH:mm', '29/02/2026 09:00'],
    ['dd/MM/yyyy HH:mm', '02/13/2026 09:00'],
    ['dd/MM/yyyy HH:mm', '02/11/2026 24:00'],
    ['dd/MM/yyyy HH:mm', '02/11/2026 09:00 '],
    ['iso', '2026-11-02'],
    ['epoch-s', '17'],
    ['spreadsheet', '2026'],
  ] as const)
    assert.equal(read(format, text, 'UTC'), undefined, text);
});

test('a form without a day, with a part twice or an unknown one is no form, a zone whose clock changes no zone', () => {
  for (const format of ['HH:mm', 'dd/MM/yyyy dd', 'dd/MMM/yyyy', 'jj/mm/aaaa', ''])
    assert.equal(instantForm(format, 0), undefined, format);
  assert.ok(instantForm('dd.MM.yyyy (HH|mm)', 0)?.read('02.11.2026 (09|30)'));
  assert.deepEqual(['Z', 'Africa/Niamey', '-01:30', 'Europe/Paris', '+25:00', 'x'].map(zoneMinutes), [
    0,
    60,
    -90,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a number is read with its decimal sign and its groups, and nothing else is one', () => {
  const comma = ['21 230,5', '21\u202f230,5', '21.230,5', '21230', "21'230", '0,5'].map((text) =>
    readNumber(text, ','),
  );
  assert.deepEqual(comma, [21230.5, 21230.5, 21230.5, 21230, 21230, 0.5]);
  assert.deepEqual(
    ['21,230.5', '21230.5', '1,234,567'].map((text) => readNumber(text, '.')),
    [21230.5, 21230.5, 1234567],
  );
  for (const text of ['21230.55', '0.500', '1e5', '-1', '', '1,2,3', '1,', 'Infinity', '9'.repeat(16)])
    assert.equal(readNumber(text, ','), undefined, text);
});

const refusal = (mapping: string): string => {
  const { error } = pilotColumns.safeParse(parse(mapping));
  const [issue] = error?.issues ?? [];
  return `${issue?.path.join('.')}: ${issue?.message}`;
};

test('a mapping is strict: what it does not know, or what cannot be read by it, is refused where it stands', () => {
  assert.ok(pilotColumns.safeParse(parse(MAPPING)).success);
  const changed = (from: string | RegExp, to: string) => refusal(MAPPING.replace(from, to));
  assert.match(
    changed('    timeZone: Africa/Lome\n', ''),
    /^exports\.0\.columns\.at: expected a timeZone.*Niger/,
  );
  assert.match(changed('Africa/Lome', 'Europe/Paris'), /^exports\.0\.timeZone: expected UTC, an offset/);
  assert.match(changed('dd/MM/yyyy HH:mm:ss', 'jj/mm/aaaa'), /^exports\.0\.timeFormat: expected iso/);
  assert.match(changed('sender: Expéditeur\n', '\n'), /^exports\.0\.columns\.sender: expected a column/);
  assert.match(changed('sender:', 'from:'), /^exports\.0\.columns: Unrecognized key: "from"/);
  assert.match(changed('      basis:', '      base:'), /^exports\.0\.fields: Unrecognized key: "base"/);
  assert.match(
    changed('      cursor:', '      payload: JSON\n      cursor:'),
    /^exports\.0\.fields: expected one of message, payload and fields/,
  );
  assert.match(
    changed('at: Date et heure', 'at: { colonne: Date }'),
    /^exports\.0\.columns\.at: expected the name of a column/,
  );
  assert.match(changed('stack:', 'pile:'), /Unrecognized key: "pile"/);
  assert.match(refusal('exports: []'), /^exports: /);
});
