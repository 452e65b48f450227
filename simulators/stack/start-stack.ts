import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import pino, { type Logger } from 'pino';
import type { CorridorData } from '../../fixtures/corridors/corridor-data.ts';
import { roadOf } from '../../fixtures/corridors/road.ts';
import type { Clock } from '../../profile/clock.ts';
import type { ReferenceData } from '../../profile/reference-data.ts';
import type { ServiceName } from '../../profile/services/service-names.ts';
import type { TimerName } from '../../profile/timers/timers.ts';
import { restoreClock } from './clock/advance.ts';
import { MessageIds } from './clock/message-ids.ts';
import { StackClock } from './clock/stack-clock.ts';
import { TimerService } from './clock/timer-service.ts';
import { endFormerLife } from './database/former-life.ts';
import { composeHooks, type Hooks } from './hooks.ts';
import { createServer } from './http/server.ts';
import { fallDue } from './ledger/fall-due.ts';
import { bury } from './outbox/dead-letters.ts';
import { findOpenBetween, findPending, recordFailure } from './outbox/delivery-table.ts';
import { findMessage } from './outbox/message-table.ts';
import { Outbox } from './outbox/outbox.ts';
import { findParticipants, findPositions, seedParticipants } from './outbox/participant-table.ts';
import { Settlement } from './outbox/settlement.ts';
import { ReferenceBook } from './reference/reference-book.ts';
import { findNotices } from './reference/reference-table.ts';
import { jobDone, jobGivenUp } from './services/jobs-done.ts';
import { Services } from './services/services.ts';
import type { Environment, StackContext } from './stack-context.ts';
import { guestPlatforms } from './tracking/guest-platforms.ts';
import { reattribute } from './tracking/reattribute.ts';
import { TrackingHost, type TrackingOptions } from './tracking/tracking-host.ts';

/** What a stack is made of. */
export interface StackParts {
  readonly pool: Pool;
  readonly reference: ReferenceData;
  /** The geometry of the corridors of the reference data, by name; of others nothing is known but the offices. */
  readonly corridors?: ReadonlyMap<string, CorridorData>;
  readonly clock: Clock;
  readonly environment: Environment;
  /** Length of each timer, seconds. */
  readonly timers: Readonly<Record<TimerName, number>>;
  /** Base addresses of the national services that it asks, by name. */
  readonly services: ReadonlyMap<ServiceName, string>;
  /** How devices reach the tracking platforms. */
  readonly tracking: TrackingOptions;
  readonly hooks: readonly Partial<Hooks>[];
  readonly log?: Logger;
}

/** A stack that runs, listening as soon as its server is told where. */
export interface RunningStack {
  readonly server: FastifyInstance;
  /** Takes up deliveries and timers of an earlier life. */
  resume(): Promise<void>;
  close(): Promise<void>;
}

/** Puts a stack together on a database that has its schema. */
export async function startStack(parts: StackParts): Promise<RunningStack> {
  const { pool, log = pino({ level: 'silent' }) } = parts;
  const clock = new StackClock(parts.clock);
  await endFormerLife(pool);
  await restoreClock(pool, clock);
  const reference = new ReferenceBook(parts.reference);
  for (const notice of await findNotices(pool)) reference.publish(notice);
  await seedParticipants(pool, [...reference.seats(), ...guestPlatforms(reference.seats())]);
  const settlement = new Settlement(pool, clock, log);
  const context = assemble({ ...parts, log }, clock, reference, settlement);
  const tracking = new TrackingHost(context, parts.tracking);
  const server = createServer(context, tracking);
  return {
    server,
    resume: async () => {
      await resume(context);
      if (parts.tracking.firstPort !== undefined) await tracking.platforms();
    },
    close: async () => {
      clock.close();
      context.outbox.close();
      await context.services?.close();
      await server.close();
      await tracking.close();
      await settlement.close();
    },
  };
}

function assemble(
  {
    pool,
    log,
    hooks: parts,
    timers: seconds,
    environment,
    corridors,
    services,
  }: StackParts & { log: Logger },
  clock: StackClock,
  reference: ReferenceBook,
  settlement: Settlement,
): StackContext {
  const hooks = composeHooks(parts);
  const timerMs = (name: TimerName): number => seconds[name] * 1000;
  const outbox = new Outbox({
    clock,
    hooks,
    log,
    limits: { fastRetryMs: timerMs('fastRetry'), slowRetryMs: timerMs('slowRetry') },
    acknowledgementMs: timerMs('acknowledgement'),
    unavailableUntil: (seat) => hooks.onUnavailable(reference.unavailableUntil(seat, clock.now()), seat),
    suspendedMs: (seat, from, to) => reference.suspendedMs(seat, from, to),
    bytesOf: async ({ sender, messageId }) =>
      (await findMessage(pool, sender, messageId))?.bytes ?? Buffer.alloc(0),
    openBetween: (seat, after, before) => findOpenBetween(pool, seat, after, before),
    ended: (delivery) => settlement.ended(delivery),
    failed: async (delivery, reason) => {
      await recordFailure(pool, delivery, reason);
    },
    bury: (delivery) => bury(context, delivery),
  });
  const timers = new TimerService(pool, clock, log, (timer) => fallDue(context, timer));
  const ids = new MessageIds(clock);
  const context: StackContext = {
    pool,
    clock,
    ids,
    hooks,
    reference,
    outbox,
    timers,
    services:
      services.size === 0
        ? null
        : openServices(services, { pool, clock, hooks, log, timerMs }, () => context),
    timerMs,
    environment,
    roadOf: (name) => {
      const corridor = corridors?.get(name);
      return corridor ? roadOf(corridor) : null;
    },
    reattribute,
    log,
  };
  return context;
}

function openServices(
  addresses: StackParts['services'],
  { pool, clock, hooks, log, timerMs }: Pick<StackContext, 'pool' | 'clock' | 'hooks' | 'log' | 'timerMs'>,
  whole: () => StackContext,
): Services {
  return new Services(addresses, {
    database: pool,
    clock,
    hooks,
    log,
    limits: {
      answerMs: timerMs('serviceAnswer'),
      pauseMs: timerMs('servicePause'),
      breakerMs: timerMs('serviceBreaker'),
    },
    done: (job, outcome) => jobDone(whole(), job, outcome),
    givenUp: (job) => jobGivenUp(whole(), job),
  });
}

async function resume({ pool, hooks, outbox, timers, services }: StackContext): Promise<void> {
  // in this order: all up to a position was committed before it was read, and what comes after it is told by its work
  const positions = await findPositions(pool);
  const pending = (await findPending(pool)).filter(
    ({ recipient, cursor }) => cursor <= (positions.get(recipient) ?? 0),
  );
  const open = hooks.onRestart(pending.map(({ recipient, cursor }) => ({ recipient, cursor })));
  const kept = new Set(open.map(({ recipient, cursor }) => `${recipient} ${cursor}`));
  outbox.enqueue(pending.filter(({ recipient, cursor }) => kept.has(`${recipient} ${cursor}`)));
  outbox.startAfter(positions);
  for (const { seat, baseUrl } of await findParticipants(pool)) outbox.moveTo(seat, baseUrl);
  await timers.run();
  await services?.takeUp();
}
