import type { TransitNoticePayload } from '../../../profile/messages/transit-notice.ts';
import type { Contradiction } from '../../../profile/services/lookup.ts';
import { lookupOf, lookups } from '../../../profile/services/services.ts';
import type { Received } from '../intake/received.ts';
import { ownerOf } from '../ledger/movement.ts';
import { findMessage } from '../outbox/message-table.ts';
import type { Work } from '../outbox/work.ts';
import { tellContradiction, tellSilence } from './findings.ts';
import type { Job, LookupTask, Outcome } from './job.ts';
import { endExpired, endJob } from './job-table.ts';

/** Notes the questions that a notice gives rise to: those of the profile when it takes effect, none when it is refused. */
export function askAbout(unit: Work, { message }: Received, effect: 'taken' | 'refused'): void {
  const { services, hooks, timerMs } = unit.context;
  if (!services) return;
  const { messageId, preparedAt } = message;
  const notice = message.payload as unknown as TransitNoticePayload;
  const on = preparedAt.slice(0, 10);
  const asked = lookups.filter(({ name }) => effect === 'taken' && services.asks(name));
  const raised = asked.flatMap((lookup) => lookup.questions(notice, on));
  const wanted = hooks.onServiceQuestions(raised, notice);
  for (const question of wanted.filter(({ service }) => services.asks(service)))
    unit.ask({
      ...{ service: question.service, task: { kind: 'lookup', question, on } },
      ...{ reference: notice.transitReference, messageId },
      ...{ orderKey: null, accessCode: null, expiresAt: unit.at + timerMs('serviceRetry') },
    });
}

/** A service has answered a question: compared with the notice that gave rise to it, whatever became of it since. */
export async function questionAnswered(
  unit: Work,
  job: Job,
  task: LookupTask,
  outcome: Exclude<Outcome, { kind: 'failure' }>,
): Promise<void> {
  if (!(await endJob(unit.transaction, job))) return;
  const { pointer } = task.question;
  const notice = await noticeOf(unit, job);
  const honest = notice ? contradictions(task, outcome, notice) : [];
  const found = honest && unit.context.hooks.onContradictions(honest, { task, outcome, notice });
  if (found === null) await tellSilence(unit, job, [`${pointer}: no usable answer`]);
  else if (found.length > 0) await tellContradiction(unit, job, found);
}

async function noticeOf(unit: Work, { reference, messageId }: Job): Promise<TransitNoticePayload | null> {
  const message = await findMessage(unit.transaction, ownerOf(reference), messageId);
  return message && (JSON.parse(message.bytes.toString('utf8')) as { payload: TransitNoticePayload }).payload;
}

/** What of the notice the service contradicts; null when it says nothing of use. */
function contradictions(
  { question, on }: LookupTask,
  outcome: Exclude<Outcome, { kind: 'failure' }>,
  notice: TransitNoticePayload,
): Contradiction[] | null {
  const lookup = lookupOf(question.service);
  if (outcome.kind === 'answer') return lookup.contradictions(question, outcome.body, notice, on);
  const { problem } = outcome;
  return problem?.type === lookup.unknown ? [{ pointer: question.pointer, reason: problem.type }] : null;
}

/** No usable answer came in time, neither to this question nor to the others about the same notice: told once. */
export async function questionsSilent(unit: Work, job: Job, task: LookupTask): Promise<void> {
  const ended = await endExpired(unit.transaction, job, unit.at);
  // a service that is given up before its time
  if (ended.length === 0 && (await endJob(unit.transaction, job))) ended.push(task);
  const pointers = ended.flatMap((other) => (other.kind === 'lookup' ? [other.question.pointer] : []));
  if (pointers.length > 0) await tellSilence(unit, job, [`${pointers.sort().join(', ')}: no usable answer`]);
}
