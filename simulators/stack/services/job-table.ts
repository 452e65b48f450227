import { randomUUID } from 'node:crypto';
import type { ServiceName } from '../../../profile/services/service-names.ts';
import { statement } from '../database/transaction.ts';
import type { Job, NewJob, Task } from './job.ts';

const insert = statement(
  'service-job-insert',
  `with wanted as (
     select * from unnest($1::uuid[], $2::text[], $3::json[], $4::text[], $5::uuid[], $6::text[], $7::timestamptz[],
       $8::text[]) with ordinality
       as w (request_id, service, task, reference, message_id, order_key, expires_at, access_code, place)),
   kept as (
     insert into service_secret select request_id, access_code from wanted where access_code is not null),
   sooner as (
     update service_job set next_attempt_at = $9 from wanted w where service_job.order_key = w.order_key)
   insert into service_job (request_id, service, task, reference, message_id, order_key, next_attempt_at, expires_at)
   select request_id, service, task, reference, message_id, order_key, $9, expires_at from wanted order by place`,
);

/**
 * Writes down what is to be done. What it has to wait for is tried again at once.
 * @param now ms since the epoch
 */
export async function insertJobs(
  on: Parameters<typeof insert>[0],
  jobs: readonly NewJob[],
  now: number,
): Promise<void> {
  await insert(
    on,
    ...[jobs.map(() => randomUUID()), jobs.map(({ service }) => service)],
    ...[jobs.map(({ task }) => JSON.stringify(task)), jobs.map(({ reference }) => reference)],
    ...[jobs.map(({ messageId }) => messageId), jobs.map(({ orderKey }) => orderKey)],
    jobs.map(({ expiresAt }) => (expiresAt === null ? null : new Date(expiresAt))),
    ...[jobs.map(({ accessCode }) => accessCode), new Date(now)],
  );
}

interface Row {
  request_id: string;
  service: ServiceName;
  task: Task;
  reference: string;
  message_id: string;
  attempts: number;
  expires_at: Date | null;
  access_code: string | null;
}

const toJob = (row: Row): Job => ({
  requestId: row.request_id,
  service: row.service,
  task: row.task,
  reference: row.reference,
  messageId: row.message_id,
  attempts: row.attempts,
  expiresAt: row.expires_at?.getTime() ?? null,
  accessCode: row.access_code,
});

/** Those of a service that are not under way ($2), from a position on. */
const MINE = 'service = $1 and request_id <> all($2::uuid[]) and position >= $3';
const JOBS = 'select j.*, s.access_code from service_job j left join service_secret s using (request_id)';
/** Whether it has to wait for another, which may be under way. */
const FREE = `not exists (select from service_job e where e.order_key = j.order_key and e.position < j.position)`;

/** The jobs of one service that a queue looks at. */
export interface Waiting {
  readonly service: ServiceName;
  /** Ids of those under way. */
  readonly running: readonly string[];
  /** The first that counts, by position. */
  readonly from: number;
}

const due = statement<Row>(
  'service-job-due',
  `${JOBS} where ${MINE} and next_attempt_at <= $4 and (expires_at is null or expires_at > $4) and ${FREE}
   order by next_attempt_at, position limit $5`,
);
const expired = statement<Row>(
  'service-job-expired',
  `${JOBS} where ${MINE} and expires_at <= $4 order by expires_at, position limit $5`,
);
const next = statement<{ attempt_at: Date | null; expires_at: Date | null }>(
  'service-job-next',
  `select
     (select next_attempt_at from service_job j where ${MINE} and ${FREE} order by next_attempt_at limit 1) as attempt_at,
     (select expires_at from service_job where ${MINE} order by expires_at limit 1) as expires_at`,
);

type On = Parameters<typeof due>[0];

const of = ({ service, running, from }: Waiting): unknown[] => [service, running, from];

/** The jobs whose turn it is, longest due first. */
export const findDue = async (on: On, waiting: Waiting, now: number, most: number): Promise<Job[]> =>
  (await due(on, ...of(waiting), new Date(now), most)).map(toJob);

/** The jobs whose time is over. */
export const findExpired = async (on: On, waiting: Waiting, now: number, most: number): Promise<Job[]> =>
  (await expired(on, ...of(waiting), new Date(now), most)).map(toJob);

/** When the next attempt is due, and when the next job is given up; ms since the epoch, Infinity for never. */
export async function findNext(on: On, waiting: Waiting): Promise<{ attemptAt: number; expiresAt: number }> {
  const [row] = await next(on, ...of(waiting));
  const instant = (date: Date | null | undefined): number => date?.getTime() ?? Number.POSITIVE_INFINITY;
  return { attemptAt: instant(row?.attempt_at), expiresAt: instant(row?.expires_at) };
}

const failed = statement(
  'service-job-failed',
  'update service_job set attempts = $2, next_attempt_at = $3 where request_id = $1',
);
/** An attempt failed; there will be another. */
export const recordServiceFailure = (
  on: On,
  { requestId }: Job,
  attempts: number,
  nextAttemptAt: number,
): Promise<unknown> => failed(on, requestId, attempts, new Date(nextAttemptAt));

const end = statement(
  'service-job-end',
  `with job as (delete from service_job where request_id = $1 returning request_id),
     secret as (delete from service_secret where request_id = $1)
   select request_id from job`,
);
/** A job is done, and its secret forgotten; false when it was before. */
export const endJob = async (on: On, { requestId }: Job): Promise<boolean> =>
  (await end(on, requestId)).length === 1;

const endAll = statement<{ task: Task }>(
  'service-job-end-all',
  'delete from service_job where message_id = $1 and service = $2 and expires_at <= $3 returning task',
);
/** Ends the jobs of one message at one service whose time is over: their tasks. */
export const endExpired = async (on: On, { messageId, service }: Job, now: number): Promise<Task[]> =>
  (await endAll(on, messageId, service, new Date(now))).map(({ task }) => task);

const turn = statement(
  'service-job-turn',
  `with secret as (delete from service_secret where request_id = $1)
   update service_job set request_id = $2, task = $3, attempts = 0, next_attempt_at = $4, expires_at = $5
   where request_id = $1 returning 1`,
);
/** Another task takes the place of a job in its order, and is due at once; false when the job was done before. */
export const turnJob = async (
  on: On,
  { requestId }: Job,
  task: Task,
  now: number,
  expiresAt: number,
): Promise<boolean> =>
  (await turn(on, requestId, randomUUID(), JSON.stringify(task), new Date(now), new Date(expiresAt)))
    .length === 1;

const goOn = statement('service-job-go-on', 'update service_job set expires_at = null where request_id = $1');
/** A job is asked on until it succeeds. */
export const askOn = (on: On, { requestId }: Job): Promise<unknown> => goOn(on, requestId);

const silence = statement(
  'service-silence-insert',
  'insert into service_silence (message_id, service) values ($1, $2) on conflict do nothing returning 1',
);
/** Notes that the silence of a service is told; false when it was before for the same message. */
export const noteSilence = async (on: On, { messageId, service }: Job): Promise<boolean> =>
  (await silence(on, messageId, service)).length === 1;

const ordered = statement<{ order_key: string }>(
  'service-job-ordered',
  'select distinct order_key from service_job where reference = $1 and order_key is not null',
);
/** The guarantees whose register is still to hear something of a movement. */
export const findOrdered = async (on: On, movement: string): Promise<string[]> =>
  (await ordered(on, movement)).flatMap(({ order_key: key }) => key.split(' ', 1));

const counts = statement<{ service: ServiceName; jobs: number }>(
  'service-job-counts',
  'select service, count(*) as jobs from service_job group by service',
);
/** How many jobs are open, by service. */
export const countJobs = async (on: On): Promise<ReadonlyMap<ServiceName, number>> =>
  new Map((await counts(on)).map(({ service, jobs }) => [service, jobs]));

const upcoming = statement<{ next: number }>(
  'service-job-upcoming',
  'select coalesce(max(position), 0) + 1 as next from service_job where service = $1',
);
/** The position of the first job of a service that is not written yet. */
export const nextPosition = async (on: On, service: ServiceName): Promise<number> =>
  (await upcoming(on, service))[0]?.next ?? 1;
