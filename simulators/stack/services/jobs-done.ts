import { type Work, work } from '../outbox/work.ts';
import type { StackContext } from '../stack-context.ts';
import { givenBack, notGivenBack } from './give-back.ts';
import type { Job, Outcome } from './job.ts';
import { questionAnswered, questionsSilent } from './lookups.ts';
import { registerAnswered, registerSilent } from './outside-register.ts';

/** What a service has answered takes effect, in one transaction with the end of the job. */
export const jobDone = (
  context: StackContext,
  job: Job,
  outcome: Exclude<Outcome, { kind: 'failure' }>,
): Promise<void> =>
  work(context, [job.reference], (unit: Work) => {
    const { task } = job;
    if (task.kind === 'lookup') return questionAnswered(unit, job, task, outcome);
    if (task.kind === 'give-back') return givenBack(unit, job, task, outcome);
    return registerAnswered(unit, job, task, outcome);
  });

/** A service has not answered in time. */
export const jobGivenUp = (context: StackContext, job: Job): Promise<void> =>
  work(context, [job.reference], (unit: Work) => {
    const { task } = job;
    if (task.kind === 'lookup') return questionsSilent(unit, job, task);
    if (task.kind === 'give-back') return notGivenBack(unit, job, task);
    return registerSilent(unit, job, task);
  });
