import { randomUUID } from 'node:crypto';
import type { GuaranteeRequestPayload } from '../../../profile/messages/guarantee-request.ts';
import type { GuaranteeResultPayload } from '../../../profile/messages/guarantee-result.ts';
import type { Received } from '../intake/received.ts';
import { ownerOf } from '../ledger/movement.ts';
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
/** What the register says to a request: no reason when it is accepted. */
export type Result = { reasons: Reason[] } & Partial<
  Pick<GuaranteeResultPayload, 'reservationId' | 'countriesNotCovered'>
>;

/** What is asked, and by whom. */
type Request = GuaranteeRequestPayload & { readonly sender: string };

const done = (more: Omit<Result, 'reasons'> = {}): Result => ({ reasons: [], ...more });
export const not = (...reasons: Reason[]): Result => ({ reasons });

/** Answers a request on the regional register (P20, P21): one GuaranteeResult to its sender. */
export async function onRegister(unit: Work, received: Received): Promise<void> {
  const { message, conversation: reference } = received;
  const { sender, messageId } = message;
  const request = { ...(message.payload as unknown as GuaranteeRequestPayload), sender };
  const result = await decide(unit, request);
  const hidden = result.reasons.some((reason) => reason === 'G01' || reason === 'G03');
  const after = hidden ? null : await findGuarantee(unit.transaction, request.guaranteeReference, false);
  const left = after?.referenceAmount == null ? undefined : available(after);
  answerRequest(unit, { request, sender, messageId, reference }, result, left);
}

/** A request on a guarantee, and who sent it. */
export interface Asked {
  /** A register outside has the access code of it, and nobody else. */
  readonly request: Omit<GuaranteeRequestPayload, 'accessCode'>;
  readonly sender: string;
  readonly messageId: string;
  /** The movement, or what else groups the exchange. */
  readonly reference: string;
}

/** Tells who asked what became of it. @param availableAmount whole XOF; of a reservable guarantee */
export function answerRequest(
  unit: Work,
  { request, sender, messageId, reference }: Asked,
  result: Result,
  availableAmount?: number,
): void {
  const { operation, guaranteeReference, transitReference } = request;
  const payload = unit.context.hooks.onGuarantee(
    {
      operation,
      guaranteeReference,
      accepted: result.reasons.length === 0,
      ...result,
      ...(availableAmount === undefined ? {} : { availableAmount }),
      ...(transitReference === undefined ? {} : { transitReference }),
    },
    { ...request, sender },
  );
  unit.tell(sender, 'GuaranteeResult', payload, { correlationId: messageId, conversation: reference });
}

/** What is left to reserve, whole XOF; without limit for a fund. */
const available = ({ referenceAmount, reservedAmount }: Guarantee): number =>
  referenceAmount === null ? Number.POSITIVE_INFINITY : Math.max(0, referenceAmount - reservedAmount);

type Operation<On = Guarantee> = (unit: Work, request: Request, guarantee: On) => Promise<Result>;

/** What RELEASE and CLAIM look at, whoever keeps the register. */
type Named = Pick<Guarantee, 'reference' | 'holderTaxId'>;

async function decide(unit: Work, request: Request): Promise<Result> {
  const guarantee = await findGuarantee(unit.transaction, request.guaranteeReference, true);
  if (request.operation === 'REGISTER') return register(unit, request, guarantee);
  if (!guarantee) return not('G01');
  if (!opensWith(guarantee, request.accessCode)) return not('G03');
  const result = await operations[request.operation](unit, request, guarantee);
  if (guarantee.holderTaxId !== request.holderTaxId) result.reasons.push('G04');
  return inOrder(result);
}

/** A refusal gives its reasons in order, and nothing that an acceptance would. */
export function inOrder(result: Result): Result {
  const reasons = ORDER.filter((reason) => result.reasons.includes(reason));
  if (reasons.length === 0) return result;
  const { countriesNotCovered } = result;
  return { reasons, ...(countriesNotCovered ? { countriesNotCovered } : {}) };
}

/** All reasons that apply are given in this order. @source guarantee rules section 3 */
const ORDER: readonly Reason[] = ['G02', 'G04', 'COUNTRY_NOT_COVERED', 'INSUFFICIENT', 'G05'];

const countryOf = (guaranteeReference: string): string => guaranteeReference.slice(2, 4);

async function register(unit: Work, request: Request, known: Guarantee | null): Promise<Result> {
  const { guaranteeReference: reference, accessCode, holderTaxId, terms, sender } = request;
  if (known || !terms || sender !== countryOf(reference)) return not('G05');
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

/** Why the guarantee cannot stand for these countries today, or nothing. */
export function standing(
  unit: Work,
  { countries = [] }: Pick<GuaranteeRequestPayload, 'countries'>,
  guarantee: Pick<Guarantee, 'validFrom' | 'validUntil' | 'cancelled' | 'countries'>,
): Result {
  const { validFrom, validUntil, cancelled } = guarantee;
  const valid = !cancelled && validFrom <= unit.at && unit.at < validUntil;
  const notCovered = countries.filter((country) => !guarantee.countries.includes(country));
  const reasons: Reason[] = valid ? [] : ['G02'];
  if (notCovered.length === 0) return { reasons };
  return { reasons: [...reasons, 'COUNTRY_NOT_COVERED'], countriesNotCovered: notCovered };
}

const query: Operation = async (unit, request, guarantee) => standing(unit, request, guarantee);

const reserve: Operation = async (unit, request, guarantee) => {
  const { transitReference = '', amount = 0, holderTaxId, sender } = request;
  const earlier = await findReservation(unit.transaction, guarantee.reference, transitReference);
  const same = earlier?.state === 'reserved' && earlier.amount === amount;
  const judged = standing(unit, request, guarantee);
  if (!same && amount > available(guarantee)) judged.reasons.push('INSUFFICIENT');
  if ((earlier && !same) || guarantee.kind === 'fund' || sender !== ownerOf(transitReference))
    judged.reasons.push('G05');
  if (judged.reasons.length > 0 || guarantee.holderTaxId !== holderTaxId) return judged;
  if (same) return done({ reservationId: earlier.reservationId });
  const reservationId = randomUUID();
  const held = unit.context.hooks.onReserved(amount, {
    guarantee: guarantee.reference,
    reference: transitReference,
  });
  const reservation = { transitReference, reservationId, amount: held, state: 'reserved' as const };
  await insertReservation(unit.transaction, guarantee.reference, reservation);
  return done({ reservationId });
};

const CLOSED = new Set(['DISCHARGED', 'CLOSED_MANUALLY', 'CANCELLED']);

/** After discharge and cancellation the hub has closed it already: asked again, nothing more happens. */
const release: Operation<Named> = async (unit, { transitReference = '', holderTaxId, sender }, guarantee) => {
  const found = await findReservation(unit.transaction, guarantee.reference, transitReference);
  const movement = await findMovement(unit.transaction, transitReference);
  const ended = found !== null && (found.state !== 'reserved' || CLOSED.has(movement?.state ?? 'NONE'));
  if (!ended || sender !== ownerOf(transitReference)) return not('G05');
  if (guarantee.holderTaxId === holderTaxId)
    await closeReservations(unit.transaction, transitReference, 'released');
  return done({ reservationId: found.reservationId });
};

/** The guarantee is good for nothing new. */
const cancel: Operation = async (unit, { holderTaxId, sender }, guarantee) => {
  const open = await findOpenReservations(unit.transaction, guarantee.reference);
  if (open.length > 0 || sender !== countryOf(guarantee.reference)) return not('G05');
  if (guarantee.holderTaxId === holderTaxId) await cancelGuarantee(unit.transaction, guarantee.reference);
  return done();
};

/** The guarantor is asked to pay: only while duties are being recovered. */
const claim: Operation<Named> = async (
  unit,
  { transitReference = '', amount = 0, holderTaxId, sender },
  guarantee,
) => {
  const movement = await findMovement(unit.transaction, transitReference);
  const found = await findReservation(unit.transaction, guarantee.reference, transitReference);
  const lawful = movement?.state === 'RECOVERY' && sender === movement.owner && found?.state === 'reserved';
  if (!lawful) return not('G05');
  if (amount > found.amount) return not('INSUFFICIENT');
  if (guarantee.holderTaxId === holderTaxId)
    await claimReservation(unit.transaction, guarantee.reference, transitReference, amount);
  return done({ reservationId: found.reservationId });
};

/** What each request asks of the register, but for REGISTER. */
export const operations = {
  QUERY: query,
  RESERVE: reserve,
  RELEASE: release,
  CANCEL: cancel,
  CLAIM: claim,
} as const;
