import {
  guaranteePath,
  heldReservation,
  type ReservationRequest,
  registeredGuarantee,
  reservationPath,
} from '../../../profile/services/guarantee-register.ts';
import { ACCESS_CODE_HEADER, isFinal, REQUEST_ID_HEADER } from '../../../profile/services/service-limits.ts';
import { serviceProblem } from '../../../profile/services/service-problems.ts';
import { lookupOf } from '../../../profile/services/services.ts';
import type { CallResult, ServiceCall } from './call.ts';
import type { Job, Outcome, RegisterTask, Task } from './job.ts';

/** The call by which a task is put to its service. */
export function callOf({ requestId, task, accessCode }: Job, waitMs: number): ServiceCall {
  const headers = {
    [REQUEST_ID_HEADER]: requestId,
    ...(accessCode === null ? {} : { [ACCESS_CODE_HEADER]: accessCode }),
  };
  const call = { headers, body: null, waitMs };
  if (task.kind === 'lookup') return { ...call, method: 'GET', path: task.question.path };
  if (task.kind === 'give-back')
    return { ...call, method: 'DELETE', path: reservationPath(task.guarantee, task.movement) };
  const { guaranteeReference, transitReference = '' } = task.request;
  if (task.kind === 'read') return { ...call, method: 'GET', path: guaranteePath(guaranteeReference) };
  const path = reservationPath(guaranteeReference, transitReference);
  return { ...call, method: 'PUT', path, body: JSON.stringify(reservationOf(task)) };
}

const reservationOf = ({ request }: RegisterTask): ReservationRequest => ({
  amount: request.amount ?? 0,
  holderTaxId: request.holderTaxId,
  countries: request.countries ?? [],
});

/**
 * What came of a call. A refusal is an answer, whoever gives it; an answer to something else than was asked is none.
 * @param now when it came, ms since the epoch
 */
export function outcomeOf(task: Task, result: CallResult, now: number): Outcome {
  if (result.status === null) return { kind: 'failure', status: null, reason: result.reason };
  const { status, body } = result;
  if (!isFinal(status)) return { kind: 'failure', status, reason: `status ${status}`, body };
  if (status >= 400) {
    const problem = serviceProblem.safeParse(body);
    return { kind: 'refusal', status, problem: problem.success ? problem.data : null };
  }
  const read = readers[task.kind](task as never, body, now);
  return 'reason' in read
    ? { kind: 'failure', status, reason: read.reason, body }
    : { kind: 'answer', body: read.body, keptUntil: read.keptUntil };
}

type Read = { readonly reason: string } | { readonly body: unknown; readonly keptUntil: number | null };

const used = (body: unknown): Read => ({ body, keptUntil: null });

const readers = {
  lookup: ({ question }: Extract<Task, { kind: 'lookup' }>, body: unknown, now: number): Read => {
    const reading = lookupOf(question.service).read(question, body, now);
    return reading.usable ? { body: reading.answer, keptUntil: reading.until } : { reason: reading.reason };
  },
  read: ({ request }: RegisterTask, body: unknown): Read => {
    const entry = registeredGuarantee.safeParse(body);
    if (!entry.success) return { reason: 'wrong content' };
    const fits = entry.data.reference === request.guaranteeReference;
    return fits ? used(entry.data) : { reason: 'other guarantee' };
  },
  reserve: ({ request }: RegisterTask, body: unknown): Read => {
    const held = heldReservation.safeParse(body);
    if (!held.success) return { reason: 'wrong content' };
    const { reference, transitReference, amount } = held.data;
    const fits =
      reference === request.guaranteeReference &&
      transitReference === request.transitReference &&
      amount === request.amount;
    return fits ? used(held.data) : { reason: 'other reservation' };
  },
  'give-back': (_: Task, body: unknown): Read => used(body),
} as const;
