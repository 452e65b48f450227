import { randomUUID } from 'node:crypto';
import type { GuaranteeRequestPayload } from '../../../profile/messages/guarantee-request.ts';
import type { GuaranteeResultPayload } from '../../../profile/messages/guarantee-result.ts';
import type { Received } from '../intake/received.ts';
import { findMovement } from '../ledger/movement-table.ts';
import type { Work } from '../outbox/work.ts';
import { keepAccessCode, opensWith } from './access-code.ts';
import {
  cancelGuarantee,
  claimReservation,
  closeReservations,
  findGuarantee,
  findOpenReservations,
  findReservation,
  type Guarantee,
  insertGuarantee,
  insertReservation,
} from './guarantee-table.ts';

type Reason = GuaranteeResultPayload['reasons'][number];
type Result = { reasons: Reason[] } & Partial<
  Pick<GuaranteeResultPayload, 'reservationId' | 'countriesNotCovered'>
>;

const done = (more: Omit<Result, 'reasons'> = {}): Result => ({ reasons: [], ...more });
const not = (...reasons: Reason[]): Result => ({ reasons });

/** Answers a request on the regional register (P20, P21): one GuaranteeResult to its sender. */
export async function onRegister(unit: Work, received: Received): Promise<void> {
  const { message, conversation } = received;
  const request = message.payload as unknown as GuaranteeRequestPayload;
  const { operation, guaranteeReference, transitReference } = request;
  const result = await decide(unit, request);
  const accepted = result.reasons.length === 0;
  const hidden = result.reasons.some((reason) => ['G01', 'G03', 'G04'].includes(reason));
  const after = hidden ? null : await findGuarantee(unit.transaction, guaranteeReference, false);
  const payload = unit.context.hooks.onGuarantee(
    {
      operation,
      guaranteeReference,
      accepted,
      ...result,
      ...(after?.referenceAmount == null ? {} : { availableAmount: available(after) }),
      ...(transitReference === undefined ? {} : { transitReference }),
    },
    request,
  );
  unit.tell(message.sender, 'GuaranteeResult', payload, { correlationId: message.messageId, conversation });
}

/** What is left to reserve, whole XOF; without limit for a fund. */
const available = ({ referenceAmount, reservedAmount }: Guarantee): number =>
  referenceAmount === null ? Number.POSITIVE_INFINITY : Math.max(0, referenceAmount - reservedAmount);

async function decide(unit: Work, request: GuaranteeRequestPayload): Promise<Result> {
  const guarantee = await findGuarantee(unit.transaction, request.guaranteeReference, true);
  if (request.operation === 'REGISTER') return register(unit, request, guarantee);
  if (!guarantee) return not('G01');
  if (!opensWith(guarantee, request.accessCode)) return not('G03');
  if (guarantee.holderTaxId !== request.holderTaxId) return not('G04');
  return operations[request.operation](unit, request, guarantee);
}

async function register(
  unit: Work,
  { guaranteeReference: reference, accessCode, holderTaxId, terms }: GuaranteeRequestPayload,
  known: Guarantee | null,
): Promise<Result> {
  if (known || !terms) return not('G05');
  const { kind, countries, referenceAmount = null, receipt = null } = terms;
  const inserted = await insertGuarantee(unit.transaction, {
    ...{ reference, kind, holderTaxId, countries, referenceAmount, receipt },
    ...keepAccessCode(accessCode),
    validFrom: Date.parse(terms.validFrom),
    validUntil: Date.parse(terms.validUntil),
    cancelled: false,
    reservedAmount: 0,
  });
  return inserted ? done() : not('G05');
}

type Operation = (unit: Work, request: GuaranteeRequestPayload, guarantee: Guarantee) => Promise<Result>;

/** Why the guarantee cannot stand for these countries today, or nothing. */
function standing(unit: Work, { countries = [] }: GuaranteeRequestPayload, guarantee: Guarantee): Result {
  const { validFrom, validUntil, cancelled } = guarantee;
  const valid = !cancelled && validFrom <= unit.at && unit.at < validUntil;
  const notCovered = countries.filter((country) => !guarantee.countries.includes(country));
  return {
    reasons: [
      ...(valid ? [] : ['G02' as const]),
      ...(notCovered.length > 0 ? ['COUNTRY_NOT_COVERED' as const] : []),
    ],
    ...(notCovered.length > 0 ? { countriesNotCovered: notCovered } : {}),
  };
}

const query: Operation = async (unit, request, guarantee) => standing(unit, request, guarantee);

const reserve: Operation = async (unit, request, guarantee) => {
  const { transitReference = '', amount = 0 } = request;
  const earlier = await findReservation(unit.transaction, guarantee.reference, transitReference);
  if (earlier?.state === 'reserved') return done({ reservationId: earlier.reservationId });
  if (earlier) return not('G05');
  const judged = standing(unit, request, guarantee);
  if (amount > available(guarantee)) judged.reasons.push('INSUFFICIENT');
  if (judged.reasons.length > 0) return judged;
  const reservationId = randomUUID();
  const reservation = { transitReference, reservationId, amount, state: 'reserved' as const };
  await insertReservation(unit.transaction, guarantee.reference, reservation);
  return done({ reservationId });
};

/** Only after discharge or cancellation, and then the hub has done it already: asked again, nothing more happens. */
const release: Operation = async (unit, { transitReference = '' }, guarantee) => {
  const found = await findReservation(unit.transaction, guarantee.reference, transitReference);
  return found && found.state !== 'reserved' ? done({ reservationId: found.reservationId }) : not('G05');
};

const NOT_ON_THE_ROAD = new Set(['REGISTERED', 'CANCELLED']);

/** Of a reservation before release of the truck; without a movement, of the guarantee itself. */
const cancel: Operation = async (unit, { transitReference }, guarantee) => {
  const { transaction } = unit;
  if (transitReference === undefined) {
    if ((await findOpenReservations(transaction, guarantee.reference)).length > 0) return not('G05');
    await cancelGuarantee(transaction, guarantee.reference);
    return done();
  }
  const found = await findReservation(transaction, guarantee.reference, transitReference);
  const movement = await findMovement(transaction, transitReference);
  if (!found || found.state === 'released' || (movement && !NOT_ON_THE_ROAD.has(movement.state)))
    return not('G05');
  await closeReservations(transaction, transitReference, 'cancelled');
  return done();
};

/** The guarantor is asked to pay: only while duties are being recovered. */
const claim: Operation = async (unit, { transitReference = '', amount = 0 }, guarantee) => {
  const movement = await findMovement(unit.transaction, transitReference);
  if (movement?.state !== 'RECOVERY' || movement.notice.guarantee.reference !== guarantee.reference)
    return not('G05');
  if (guarantee.kind === 'fund') return done();
  const found = await findReservation(unit.transaction, guarantee.reference, transitReference);
  if (found?.state !== 'reserved') return not('G05');
  if (amount > found.amount) return not('INSUFFICIENT');
  await claimReservation(unit.transaction, guarantee.reference, transitReference, amount);
  return done({ reservationId: found.reservationId });
};

const operations = {
  QUERY: query,
  RESERVE: reserve,
  RELEASE: release,
  CANCEL: cancel,
  CLAIM: claim,
} as const;
