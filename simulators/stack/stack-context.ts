import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { TimerName } from '../../profile/timers/timers.ts';
import type { MessageIds } from './clock/message-ids.ts';
import type { StackClock } from './clock/stack-clock.ts';
import type { TimerService } from './clock/timer-service.ts';
import type { Hooks } from './hooks.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { ReferenceBook } from './reference/reference-book.ts';
import type { Services } from './services/services.ts';
import type { Reattribute, RoadOf } from './tracking/tracker.ts';

/** Where a stack runs (P08); it refuses messages of the other kind. */
export type Environment = 'test' | 'preproduction' | 'production';

/** What every part of a running stack works with. */
export interface StackContext {
  readonly pool: Pool;
  readonly clock: StackClock;
  readonly ids: MessageIds;
  readonly hooks: Hooks;
  readonly reference: ReferenceBook;
  readonly outbox: Outbox;
  readonly timers: TimerService;
  /** The national services that it asks; null when it asks none. */
  readonly services: Services | null;
  /** Length of a timer of the profile, as configured, ms. */
  readonly timerMs: (name: TimerName) => number;
  readonly environment: Environment;
  /** The geometry of a corridor, where the stack has it. */
  readonly roadOf: RoadOf;
  /** What the tracking platforms do when they hear late where a device was. */
  readonly reattribute: Reattribute;
  readonly log: Logger;
}
