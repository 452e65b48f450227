import { faker } from '@faker-js/faker/locale/fr';

const COUNTRIES = ['TG', 'BF', 'ML', 'NE'];
const ROLES = ['DEPARTURE', 'EXIT', 'ENTRY', 'DESTINATION'];
const DAY_MS = 86_400_000;

export const country = (): string => faker.helpers.arrayElement(COUNTRIES);
export const office = (): string =>
  `${country()}${faker.string.numeric(1)}${faker.string.alpha({ length: 3, casing: 'upper' })}1`;
export const upper = (length: number): string => faker.string.alphanumeric({ length, casing: 'upper' });
export const instant = (): string => faker.date.recent({ days: 5 }).toISOString();

const trader = () => ({
  name: faker.company.name(),
  taxId: faker.string.numeric(10),
  address: `${faker.location.streetAddress()}, ${faker.location.city()}`,
  country: country(),
});

const leg = (role: string, index: number) => ({
  sequence: index + 1,
  office: office(),
  country: country(),
  role,
  plannedAt: instant(),
});

const item = (_: unknown, index: number) => ({
  sequence: index + 1,
  hsCode: faker.string.numeric(6),
  origin: country(),
  description: faker.commerce.productName(),
  packages: { kind: upper(2), count: faker.number.int({ min: 1, max: 900 }), marks: faker.word.noun() },
  grossMassKg: faker.number.int({ min: 1_000, max: 30_000 }),
  netMassKg: faker.number.int({ min: 1_000, max: 30_000 }),
  value: { amount: faker.number.int({ min: 100_000, max: 50_000_000 }), currency: 'XOF' },
});

const seal = () => ({
  number: `TGD-${upper(9)}`,
  kind: faker.helpers.arrayElement(['MECHANICAL', 'ELECTRONIC']),
  affixedBy: faker.helpers.arrayElement(['CUSTOMS', 'CARRIER']),
});

const times = <Entry>(count: number, draw: (_: unknown, index: number) => Entry): Entry[] =>
  Array.from({ length: count }, draw);

/** How many there are of what repeats, so that both sides draw the same amount. */
export interface NoticeSize {
  readonly items: number;
  readonly seals: number;
  readonly containers: number;
  readonly documents: number;
}

/**
 * The fields of a TransitNotice, each drawn on its own from faker, as a test writes it that has no generator: no check
 * digit is right, no sum adds up, no office lies on the road.
 */
export function drawNaiveNotice(size: NoticeSize) {
  return {
    status: 'REGISTERED',
    transitReference: `26${office()}${upper(1)}${faker.string.numeric(8)}`,
    nationalReference: {
      office: office(),
      year: 2026,
      serial: upper(1),
      number: faker.number.int({ max: 9_999_999 }),
    },
    declarationModel: faker.helpers.arrayElement(['IM8', 'EX8']),
    additionalCodes: [faker.string.numeric(3)],
    principal: trader(),
    declarant: trader(),
    exporter: trader(),
    consignee: trader(),
    itinerary: { corridor: faker.location.city(), legs: ROLES.map(leg) },
    vehicle: {
      plate: faker.vehicle.vrm(),
      country: country(),
      trailerPlate: faker.vehicle.vrm(),
      driver: faker.person.fullName(),
    },
    containerised: faker.datatype.boolean(),
    containers: times(size.containers, () => ({
      number: `ZZZU${faker.string.numeric(7)}`,
      sizeType: upper(4),
      empty: false,
    })),
    seals: times(size.seals, seal),
    sealCount: size.seals,
    items: times(size.items, item),
    totalGrossMassKg: faker.number.int({ min: 1_000, max: 51_000 }),
    totalPackages: faker.number.int({ min: 1, max: 2_000 }),
    transportDocument: { reference: upper(15), line: faker.number.int({ min: 1, max: 99 }) },
    documents: times(size.documents, () => ({ type: faker.string.numeric(3), reference: upper(15) })),
    guarantee: {
      reference: `26TG${upper(13)}`,
      kind: faker.helpers.arrayElement(['fund', 'reservable']),
      dutiesAtRisk: faker.number.int({ min: 100_000, max: 20_000_000 }),
    },
    plannedLimitDate: new Date(faker.date.soon({ days: 5 }).getTime() + DAY_MS).toISOString(),
    deviceId: `SESS-${upper(9)}`,
  };
}
