import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breaks, type Case, lawful } from '../testing/rule-table.ts';
import { smallNotice } from '../testing/small-notice.ts';

const judge = (cases: readonly Case[]) => {
  for (const { title, seen, expected } of cases) test(title, () => assert.deepEqual(seen(), expected));
};

const [lome, exit, entry, ouaga] = smallNotice.payload.itinerary.legs;
const road = (...legs: unknown[]) => ({
  '/payload/itinerary/legs': legs.map((leg, index) => ({ ...(leg as object), sequence: index + 1 })),
});
const kantchari = { office: 'BF0KAN1', country: 'BF', role: 'ENTRY', plannedAt: '2026-11-04T20:00:00Z' };
const faramana = { office: 'BF0FAR1', country: 'BF', role: 'EXIT', plannedAt: '2026-11-06T16:00:00Z' };
const koury = { office: 'ML0KOU1', country: 'ML', role: 'ENTRY', plannedAt: '2026-11-06T18:00:00Z' };
const bamako = { office: 'ML0BAM1', country: 'ML', role: 'DESTINATION', plannedAt: '2026-11-08T16:00:00Z' };
const niamey = { office: 'NE0NIA1', country: 'NE', role: 'DESTINATION', plannedAt: '2026-11-08T16:00:00Z' };
const torodi = { office: 'NE0TOR1', country: 'NE', role: 'ENTRY', plannedAt: '2026-11-06T18:00:00Z' };

judge(
  breaks(smallNotice, 'an itinerary', [
    ['R01', { '/payload/itinerary/legs/2/office': 'ML0KOU1' }, '/payload/itinerary/legs/2/country'],
    ['R02', { '/payload/itinerary/legs/1/sequence': 3 }, '/payload/itinerary/legs/1/sequence'],
    ['R02', { '/payload/itinerary/legs/0/role': 'DESTINATION' }, '/payload/itinerary/legs/0/role'],
    ['R02', { '/payload/itinerary/legs/3/role': 'DEPARTURE' }, '/payload/itinerary/legs/3/role'],
    ['R02', { '/payload/transitReference': '26BF0OUA1T00000015' }, '/payload/itinerary/legs/0/country'],
    ['R03', road(lome, exit, ouaga), '/payload/itinerary/legs/2/role'],
    ['R03', road(lome, entry, ouaga), '/payload/itinerary/legs/1/role'],
    ['R03', road(lome, exit, entry, faramana, bamako), '/payload/itinerary/legs/4/role'],
    ['R03', road(lome, exit, entry, kantchari, ouaga), '/payload/itinerary/legs/3/role'],
    ['R04', { '/payload/itinerary/legs/3/office': 'BF0CIN1' }, '/payload/itinerary/legs/3/office'],
    [
      'R05',
      { '/payload/itinerary/legs/2/plannedAt': '2026-11-04T08:00:00Z' },
      '/payload/itinerary/legs/2/plannedAt',
    ],
    ['R19', { '/payload/plannedLimitDate': '2026-11-05T15:59:59Z' }, '/payload/plannedLimitDate'],
  ]),
);
judge(
  lawful(smallNotice, 'an itinerary', [
    road(lome, exit, entry, faramana, koury, bamako),
    { '/payload/plannedLimitDate': '2026-11-05T16:00:00Z' },
  ]),
);

const seal = { number: 'TGD-0001234', kind: 'MECHANICAL', affixedBy: 'CUSTOMS' };
const box = { number: 'CSQU3054383', empty: false };

judge(
  breaks(smallNotice, 'a notice', [
    ['R06', { '/payload/sealCount': 1 }, '/payload/sealCount'],
    ['R06', { '/payload/sealCount': 2, '/payload/seals': [seal, seal] }, '/payload/seals/1/number'],
    ['R07', { '/payload/containerised': true }, '/payload/containers'],
    ['R07', { '/payload/containers': [box] }, '/payload/containers'],
    [
      'R07',
      { '/payload/containerised': true, '/payload/containers': [box, box] },
      '/payload/containers/1/number',
    ],
    ['R07', { '/payload/items/0/containers': ['CSQU3054383'] }, '/payload/items/0/containers/0'],
    ['R08', { '/payload/items/0/netMassKg': 28_000.001 }, '/payload/items/0/netMassKg'],
    ['R08', { '/payload/totalGrossMassKg': 27_999.999 }, '/payload/totalGrossMassKg'],
    ['R09', { '/payload/items/0/packages': { kind: 'BG', count: 0 } }, '/payload/items/0/packages/count'],
    ['R10', { '/payload/items/0/sequence': 2 }, '/payload/items/0/sequence'],
    ['R11', { '/payload/items/0/hsCode': '770100' }, '/payload/items/0/hsCode'],
    ['R11', { '/payload/items/0/hsCode': '980100' }, '/payload/items/0/hsCode'],
    ['R11', { '/payload/items/0/hsCode': '000100' }, '/payload/items/0/hsCode'],
    ['R21', { '/payload/items/0/value/amount': 0 }, '/payload/items/0/value/amount'],
    ['CHECK_DIGIT', { '/payload/transitReference': '26TG0LOM1T00000013' }, '/payload/transitReference'],
  ]),
);

const item = smallNotice.payload.items[0];
judge(
  lawful(smallNotice, 'a notice', [
    { '/payload/sealCount': 1, '/payload/seals': [seal] },
    {
      '/payload/containerised': true,
      '/payload/containers': [box],
      '/payload/items/0/containers': ['CSQU3054383'],
    },
    {
      '/payload/items': [0.1, 0.2].map((mass, index) => ({
        ...item,
        sequence: index + 1,
        grossMassKg: mass,
        netMassKg: mass,
      })),
      '/payload/totalGrossMassKg': 0.3,
    },
    {
      '/payload/items': [
        { ...item, packages: { kind: 'BG', count: 10, marks: 'M1' } },
        { ...item, sequence: 2, packages: { kind: 'BG', count: 0, marks: 'M1' } },
      ],
      '/payload/totalGrossMassKg': 56_000,
    },
  ]),
);

const fromOuaga = {
  '/sender': 'BF',
  '/payload/transitReference': '26BF0OUA1T00000015',
  '/payload/nationalReference': { office: 'BF0OUA1', year: 2026, serial: 'T', number: 1 },
  ...road({ ...ouaga, role: 'DEPARTURE', plannedAt: '2026-11-03T16:00:00Z' }, faramana, koury, bamako),
};

judge(
  breaks(smallNotice, 'a notice under a national rule', [
    ['R30', { ...fromOuaga, '/payload/additionalCodes': ['123', '981'] }, '/payload/additionalCodes/1'],
    [
      'R30',
      { ...road(lome, { ...ouaga, office: 'TG0CIN1', country: 'TG' }), '/payload/additionalCodes': ['981'] },
      '/payload/additionalCodes/0',
    ],
    [
      'R31',
      { ...road(lome, exit, entry, faramana, torodi, niamey), '/payload/vehicle/country': 'BF' },
      '/payload/vehicle/country',
    ],
  ]),
);
judge(
  lawful(smallNotice, 'a notice under a national rule', [
    { '/payload/additionalCodes': ['981'] },
    { ...fromOuaga },
    { ...road(lome, exit, entry, faramana, torodi, niamey), '/payload/vehicle/country': 'NE' },
    { '/payload/vehicle/country': 'GH' },
  ]),
);
