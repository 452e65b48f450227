import type { GuaranteeRequestPayload } from '../../../profile/messages/guarantee-request.ts';
import type { HeldReservation, RegisteredGuarantee } from '../../../profile/services/guarantee-register.ts';
import { guaranteeRegisterOf } from '../../../profile/services/guarantee-registers.ts';
import type { GuaranteeRegisterName } from '../../../profile/services/service-names.ts';
import { findReservation, keepReservation } from '../guarantees/guarantee-table.ts';
import { answerRequest, inOrder, not, operations, type Result, standing } from '../guarantees/register.ts';
import type { Received } from '../intake/received.ts';
import { ownerOf } from '../ledger/movement.ts';
import type { Work } from '../outbox/work.ts';
import type { StackContext } from '../stack-context.ts';
import { giveBack, giveBackInstead } from './give-back.ts';
import { type Job, type Outcome, orderKeyOf, type RegisterTask } from './job.ts';
import { endJob } from './job-table.ts';

/** The register outside that keeps a guarantee and that this hub asks; null: the hub keeps it itself. */
export function outsideRegister({ services }: StackContext, guarantee: string): GuaranteeRegisterName | null {
  const register = guaranteeRegisterOf(guarantee);
  return register !== null && services?.asks(register) ? register : null;
}

/**
 * A request on a guarantee that a register outside keeps: what only that register knows is asked of it and answered when it
 * has answered; the rest the hub answers by what it knows of its reservations.
 * @source docs/profile/services.md section 5
 */
export async function onOutsideRegister(
  unit: Work,
  received: Received,
  service: GuaranteeRegisterName,
): Promise<void> {
  const { message, conversation: reference } = received;
  const { accessCode, ...request } = message.payload as unknown as GuaranteeRequestPayload;
  const { sender, messageId } = message;
  const result = await judgeHere(unit, { ...request, accessCode, sender }, messageId);
  if (result) return answerRequest(unit, { request, sender, messageId, reference }, result);
  const reserves = request.operation === 'RESERVE';
  const { guaranteeReference, transitReference = '' } = request;
  unit.ask({
    service,
    task: { kind: reserves ? 'reserve' : 'read', request, sender },
    reference,
    messageId,
    orderKey: reserves ? orderKeyOf(guaranteeReference, transitReference) : null,
    accessCode,
    expiresAt: unit.at + unit.context.timerMs('guaranteeAnswer'),
  });
}

type Request = GuaranteeRequestPayload & { readonly sender: string };

/** What the hub can say without the register, or null. */
async function judgeHere(unit: Work, request: Request, messageId: string): Promise<Result | null> {
  const { operation, guaranteeReference: reference, transitReference = '', holderTaxId, amount } = request;
  if (operation === 'QUERY') return null;
  const found = await findReservation(unit.transaction, reference, transitReference);
  if (operation === 'RESERVE') {
    const other = found !== null && (found.state !== 'reserved' || found.amount !== amount);
    return other || request.sender !== ownerOf(transitReference) ? not('G05') : null;
  }
  if (operation !== 'RELEASE' && operation !== 'CLAIM') return not('G05'); // the guarantor keeps its own register
  // who holds the guarantee was judged by its register when the amount was reserved
  const result = await operations[operation](unit, request, { reference, holderTaxId });
  const freed = operation === 'RELEASE' && result.reasons.length === 0 && found?.state === 'reserved';
  if (freed) await giveBack(unit, transitReference, [reference], messageId);
  return result;
}

/** The register has answered. */
export async function registerAnswered(
  unit: Work,
  job: Job,
  task: RegisterTask,
  outcome: Exclude<Outcome, { kind: 'failure' }>,
): Promise<void> {
  const doubtful = outcome.kind === 'refusal' && outcome.problem === null && job.attempts > 0;
  // whoever refused may not be the register, and an earlier attempt may have reached it
  const done = doubtful ? await giveBackInstead(unit, job, task) : await endJob(unit.transaction, job);
  if (!done) return;
  const tell = (result: Result, availableAmount?: number): void =>
    answerRequest(unit, { ...task, ...job }, result, availableAmount);
  if (outcome.kind === 'refusal') tell(refused(outcome));
  else if (task.kind === 'reserve') {
    const { reservationId, availableAmount, reference, transitReference, amount } =
      outcome.body as HeldReservation;
    await keepReservation(unit.transaction, reference, { transitReference, reservationId, amount });
    tell({ reasons: [], reservationId }, availableAmount);
  } else {
    const entry = outcome.body as RegisteredGuarantee;
    tell(compared(unit, task, entry), entry.availableAmount);
  }
}

/** No usable answer came in time: refused, and what was asked for is given back. */
export async function registerSilent(unit: Work, job: Job, task: RegisterTask): Promise<void> {
  if (await giveBackInstead(unit, job, task))
    answerRequest(unit, { ...task, ...job }, not('REGISTER_SILENT'));
}

function refused({ problem }: Extract<Outcome, { kind: 'refusal' }>): Result {
  const reason = REASONS.find((code) => code === problem?.type) ?? 'G05';
  const countriesNotCovered = problem?.countriesNotCovered;
  return { reasons: [reason], ...(countriesNotCovered ? { countriesNotCovered } : {}) };
}

const REASONS = ['G01', 'G02', 'G03', 'G04', 'G05', 'INSUFFICIENT', 'COUNTRY_NOT_COVERED'] as const;

/** A query is judged by the hub, by what the register says of the guarantee. */
function compared(unit: Work, { request }: RegisterTask, entry: RegisteredGuarantee): Result {
  const { countries, validFrom, validUntil, status, holderTaxId } = entry;
  const result = standing(unit, request, {
    countries,
    validFrom: Date.parse(validFrom),
    validUntil: Date.parse(validUntil),
    cancelled: status === 'CANCELLED',
  });
  if (holderTaxId !== request.holderTaxId) result.reasons.push('G04');
  return inOrder(result);
}
