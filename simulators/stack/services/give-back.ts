import { guaranteeRegisterOf } from '../../../profile/services/guarantee-registers.ts';
import { closeReservation, findReservation } from '../guarantees/guarantee-table.ts';
import type { Work } from '../outbox/work.ts';
import { tellSilence } from './findings.ts';
import { type GiveBackTask, type Job, type Outcome, orderKeyOf, type RegisterTask } from './job.ts';
import { askOn, endJob, findOrdered, turnJob } from './job-table.ts';

/**
 * Tells the registers outside, when the work is committed and until they know, that nothing stands for a movement any more: what
 * was reserved on these guarantees, and what they were asked to reserve and have not answered yet.
 * @param messageId the message that ended it
 */
export async function giveBack(
  unit: Work,
  movement: string,
  guarantees: readonly string[],
  messageId: string,
): Promise<void> {
  const { services, hooks, timerMs } = unit.context;
  if (!services) return;
  const pending = await findOrdered(unit.transaction, movement);
  for (const guarantee of new Set([...guarantees, ...pending])) {
    const service = guaranteeRegisterOf(guarantee);
    const task = { kind: 'give-back', guarantee, movement, because: 'ended' } as const;
    if (service === null || !services.asks(service) || !hooks.onGiveBack(true, task)) continue;
    unit.ask({
      ...{ service, task, messageId, reference: movement, accessCode: null },
      orderKey: orderKeyOf(guarantee, movement),
      expiresAt: unit.at + timerMs('serviceRetry'),
    });
  }
}

/**
 * A request to a register ends without its answer: what it may have reserved is given back in its place, before whatever is
 * asked for next. A reservation that stood before stays.
 * @returns false when the job was done before
 */
export async function giveBackInstead(
  unit: Work,
  job: Job,
  { kind, request }: RegisterTask,
): Promise<boolean> {
  const { hooks, timerMs } = unit.context;
  const { guaranteeReference: guarantee, transitReference: movement = '' } = request;
  if (kind === 'read') return endJob(unit.transaction, job);
  const held = await findReservation(unit.transaction, guarantee, movement);
  const task = { kind: 'give-back', guarantee, movement, because: 'silent' } as const;
  if (held?.state === 'reserved' || !hooks.onGiveBack(true, task)) return endJob(unit.transaction, job);
  return turnJob(unit.transaction, job, task, unit.at, unit.at + timerMs('serviceRetry'));
}

/** The register has heard it. Whoever refuses with words that are not of a register has not. */
export async function givenBack(
  unit: Work,
  job: Job,
  task: GiveBackTask,
  outcome: Exclude<Outcome, { kind: 'failure' }>,
): Promise<void> {
  if (!(await endJob(unit.transaction, job))) return;
  await closeReservation(unit.transaction, task.guarantee, task.movement);
  if (outcome.kind === 'refusal' && outcome.problem === null)
    await tellSilence(unit, job, [notHeard(task, `status ${outcome.status}`)]);
}

/** The register has not heard it for a day: told once, and asked on. */
export async function notGivenBack(unit: Work, job: Job, task: GiveBackTask): Promise<void> {
  await askOn(unit.transaction, job);
  if (task.because === 'ended') await tellSilence(unit, job, [notHeard(task, 'no answer')]);
}

const notHeard = ({ guarantee, movement }: GiveBackTask, why: string): string =>
  `reservation of ${movement} on ${guarantee} not given back: ${why}`;
