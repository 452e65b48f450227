import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transitNotice } from '../messages/examples/transit-notice.ts';
import { TransitNotice, type TransitNoticePayload } from '../messages/transit-notice.ts';
import { guaranteeRegisterOf } from './guarantee-registers.ts';
import type { Lookup, Question } from './lookup.ts';
import { isFinal } from './service-limits.ts';
import { lookupOf, lookups } from './services.ts';

const notice: TransitNoticePayload = TransitNotice.payload.parse(transitNotice.payload);
const ON = '2026-11-02';
const NOON = Date.parse('2026-11-02T12:00:00Z');
const asOf = '2026-11-02T08:00:00Z';

const ask = (lookup: Lookup): Question => lookup.questions(notice, ON)[0] as Question;
const told = (lookup: Lookup, answer: object, about = notice): string[] =>
  lookup.contradictions(ask(lookup), answer, about, ON).map(({ pointer, reason }) => `${pointer}: ${reason}`);

test('a notice gives rise to the questions of the document, each once', () => {
  assert.deepEqual(
    lookups.flatMap((lookup) =>
      lookup.questions(notice, ON).map(({ path, pointer }) => `${pointer} ${path}`),
    ),
    [
      '/payload/principal/taxId /taxpayers/TG-NIF-0000001?year=2026',
      '/payload/consignee/taxId /taxpayers/BF-IFU-0000001?year=2026',
      '/payload/vehicle/plate /vehicles/TG-0001-AA?country=TG',
      '/payload/vehicle/trailerPlate /vehicles/TG-0002-AA?country=TG',
      '/payload/transportDocument/reference /manifests/bills/BL-FICTIF-0001',
      '/payload/items/0/hsCode /tariff/100630?on=2026-11-02',
      '/payload/items/1/hsCode /tariff/090230?on=2026-11-02',
    ],
  );
  const [item] = notice.items;
  const twice = { ...notice, items: [item, item] as TransitNoticePayload['items'], documents: [] };
  assert.equal(lookupOf('tariff').questions(twice, ON).length, 1, 'one code asked once');
  assert.equal(lookupOf('single-window').questions(twice, ON).length, 0, 'a waybill is on no manifest');
  const spaced = { ...notice, vehicle: { ...notice.vehicle, plate: '11 ZA 0001 03' as never } };
  assert.equal(
    lookupOf('vehicle-register').questions(spaced, ON)[0]?.path,
    '/vehicles/11%20ZA%200001%2003?country=TG',
  );
});

const taxpayer = { taxId: 'TG-NIF-0000001', country: 'TG', name: 'A', status: 'ACTIVE', year: 2026, asOf };

test('an answer for another key, year or edition, or with a field too many, is none', () => {
  const register = lookupOf('taxpayer-register');
  const read = (body: unknown) => register.read(ask(register), body, NOON);
  assert.ok(read(taxpayer).usable);
  assert.deepEqual(read({ ...taxpayer, year: 2025 }), { usable: false, reason: 'wrong year 2025' });
  assert.deepEqual(read({ ...taxpayer, taxId: 'TG-NIF-0000002' }), {
    usable: false,
    reason: 'other taxpayer',
  });
  for (const wrong of [null, '', [], {}, { ...taxpayer, more: 1 }, { ...taxpayer, status: 'OK' }])
    assert.deepEqual(read(wrong), { usable: false, reason: 'wrong content' });
  const tariff = lookupOf('tariff');
  const line = { hsCode: '100630', edition: 2022, validFrom: '2022-01-01', validUntil: '2026-12-31' };
  const edition = { ...line, prohibitedInTransit: false, asOf };
  assert.ok(tariff.read(ask(tariff), edition, NOON).usable);
  const old = { ...edition, edition: 2017, validUntil: '2021-12-31' };
  assert.deepEqual(tariff.read(ask(tariff), old, NOON), { usable: false, reason: 'wrong edition 2017' });
});

test('a taxpayer is kept until the end of the day, a tariff line a day at most, a bill not at all', () => {
  const kept = (lookup: Lookup, body: object): string => {
    const reading = lookup.read(ask(lookup), body, NOON);
    return reading.usable ? new Date(reading.until).toISOString() : reading.reason;
  };
  const line = { hsCode: '100630', edition: 2022, validFrom: '2022-01-01', prohibitedInTransit: false, asOf };
  const bill = { billOfLading: 'BL-FICTIF-0001', manifest: 'M', vessel: 'V', packages: 1, grossMassKg: 1 };
  assert.equal(kept(lookupOf('taxpayer-register'), taxpayer), '2026-11-03T00:00:00.000Z');
  assert.equal(kept(lookupOf('tariff'), { ...line, validUntil: '2026-11-02' }), '2026-11-03T00:00:00.000Z');
  assert.equal(kept(lookupOf('tariff'), { ...line, validUntil: '2027-12-31' }), '2026-11-03T12:00:00.000Z');
  assert.equal(
    kept(lookupOf('single-window'), { ...bill, containers: [], asOf }),
    '2026-11-02T12:00:00.000Z',
  );
});

test('what a service contradicts is told with its place in the notice', () => {
  const taxpayers = lookupOf('taxpayer-register');
  assert.deepEqual(told(taxpayers, taxpayer), []);
  assert.deepEqual(told(taxpayers, { ...taxpayer, status: 'CEASED' }), ['/payload/principal/taxId: CEASED']);
  const vehicles = lookupOf('vehicle-register');
  const truck = { plate: 'TG-0001-AA', country: 'TG', kind: 'TRACTOR', status: 'APPROVED', asOf };
  assert.deepEqual(told(vehicles, { ...truck, approvedUntil: ON }), []);
  assert.deepEqual(told(vehicles, { ...truck, approvedUntil: '2026-11-01' }), [
    '/payload/vehicle/plate: approved until 2026-11-01',
  ]);
  assert.deepEqual(told(lookupOf('tariff'), { prohibitedInTransit: true }), [
    '/payload/items/0/hsCode: prohibited in transit',
  ]);
});

test('a manifest agrees within the tolerance of the goods, and with a part of a divided bill', () => {
  const window = lookupOf('single-window');
  const bill = { packages: 450, grossMassKg: 21_230.5, containers: ['TSTU0000014'] };
  assert.deepEqual(told(window, bill), []);
  assert.deepEqual(told(window, { ...bill, grossMassKg: 21_430 }), [], 'within 1 % of packed goods');
  assert.deepEqual(told(window, { packages: 449, grossMassKg: 20_000, containers: [] }), [
    '/payload/totalPackages: 449 on the manifest',
    '/payload/totalGrossMassKg: 20000 kg on the manifest',
    '/payload/containers/0/number: TSTU0000014 not on the bill of lading',
  ]);
  const part = { ...notice, transportDocument: { reference: 'BL-FICTIF-0001', part: 1, parts: 3 } };
  assert.deepEqual(told(window, { ...bill, packages: 900, grossMassKg: 60_000 }, part), []);
  assert.deepEqual(told(window, { ...bill, packages: 400 }, part), [
    '/payload/totalPackages: 400 on the manifest',
  ]);
});

test('the guarantor in the reference says which register keeps a guarantee', () => {
  assert.equal(guaranteeRegisterOf('26TGCCI0000000017'), 'guarantee-register-tg');
  assert.equal(guaranteeRegisterOf('26MLAES0000000017'), 'guarantee-register-aes');
  assert.equal(guaranteeRegisterOf('26BFCBF0000000017'), null);
  assert.equal(guaranteeRegisterOf('26TG000000000CCI6'), null);
});

test('4xx is an answer but where it asks for a repetition itself', () => {
  assert.deepEqual(
    [200, 201, 204, 400, 404, 409, 422].filter((status) => !isFinal(status)),
    [],
  );
  assert.deepEqual([301, 408, 429, 500, 502, 503].filter(isFinal), []);
});
