import { faker } from '@faker-js/faker/locale/fr';
import { country, drawNaiveNotice, instant, type NoticeSize, office, upper } from './naive-notice.ts';

const DIRECTIONS = ['EXIT', 'ENTRY'];

interface SealsSeen {
  readonly state: string;
  readonly numbers: readonly string[];
}

const passage = (transitReference: string, direction: string, seals: SealsSeen) => ({
  transitReference,
  office: office(),
  direction,
  outcome: 'PASSED',
  presentedAt: instant(),
  passedAt: instant(),
  seals,
});

const guaranteeTerms = () => ({
  kind: 'reservable',
  referenceAmount: faker.number.int({ min: 1_000_000, max: 60_000_000 }),
  validFrom: instant(),
  validUntil: faker.date.soon({ days: 180 }).toISOString(),
  countries: [country(), country()],
});

function guaranteeRequests(guaranteeReference: string, transitReference: string) {
  const common = { guaranteeReference, accessCode: upper(4), holderTaxId: faker.string.numeric(10) };
  const amount = faker.number.int({ min: 100_000, max: 20_000_000 });
  return {
    registrar: country(),
    accessCode: common.accessCode,
    register: { operation: 'REGISTER', ...common, terms: guaranteeTerms() },
    reserve: { operation: 'RESERVE', ...common, transitReference, amount, countries: [country(), country()] },
  };
}

/** All messages of a movement; what one message repeats of another is taken over, all else drawn from faker. */
export function drawNaiveMovement(size: NoticeSize): object {
  const notice = drawNaiveNotice(size);
  const { transitReference, seals, sealCount, deviceId, guarantee } = notice;
  const intact = { state: 'intact', numbers: seals.map(({ number }) => number) };
  return {
    reference: transitReference,
    notice,
    release: {
      transitReference,
      office: office(),
      releasedAt: instant(),
      limitDate: faker.date.soon({ days: 5 }).toISOString(),
      seals,
      sealCount,
      controlResult: 'A2',
      deviceId,
    },
    passages: DIRECTIONS.map((direction) => passage(transitReference, direction, intact)),
    arrival: { transitReference, office: office(), arrivedAt: instant(), seals: intact },
    control: { transitReference, office: office(), controlledAt: instant(), result: 'A1', differences: [] },
    discharge: { transitReference, office: office(), dischargedAt: instant(), basis: 'CONFORM' },
    guarantee: guaranteeRequests(guarantee.reference, transitReference),
  };
}
