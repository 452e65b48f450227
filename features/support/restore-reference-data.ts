import type { ReferenceContent } from '../../profile/messages/parts/reference-content.ts';
import type { ReferenceDataNoticePayload } from '../../profile/messages/reference-data-notice.ts';
import { timers } from '../../profile/timers/timers.ts';
import { publish } from './publishing.ts';
import { holidaysOf, officesOf } from './reference-content.ts';
import { advanceClock } from './stack-clock.ts';
import type { CorridorWorld } from './world.ts';

/** Past any doubt that the notice comes in time (R29). */
const NOTICE_S = timers.referenceDataNotice.seconds + timers.clockTolerance.seconds;

/**
 * After a scenario that published reference data on a stack which others go on using: every country publishes again what
 * stacks start with, and the clock goes on until all of it is in effect. Else a scenario that reads would find the lists
 * of this one, and a later run, which sees only what is in effect, would give a version that is taken. Judges nothing.
 */
export async function restoreReferenceData(world: CorridorWorld): Promise<void> {
  const notices = noticesOf(world);
  if (notices.length === 0) return;
  const now = world.environment.clock.now();
  const pending = notices.map(({ effectiveFrom }) => Math.ceil((Date.parse(effectiveFrom) - now) / 1000));
  const seconds = Math.max(NOTICE_S, ...pending);
  const replaced = new Map(notices.map((notice) => [`${notice.country} ${notice.content.kind}`, notice]));
  for (const { country, content } of replaced.values()) {
    const initial = initialContent(world, country, content.kind);
    if (initial) await publish(world, country, initial, seconds);
  }
  if (world.environment.capabilities.testClock) await advanceClock(world, seconds + 1);
}

/** What countries published of their own in this scenario and the stack took; absences end with `leaveAsFound`. */
function noticesOf({ sent }: CorridorWorld): ReferenceDataNoticePayload[] {
  return sent
    .filter(({ message, submission }) => message.messageType === 'AT20' && submission.status === 202)
    .filter(({ message }) => message.payload['country'] === message.sender)
    .map(({ message }) => message.payload as unknown as ReferenceDataNoticePayload)
    .filter(({ content }) => content.kind !== 'UNAVAILABILITY');
}

/** A code list stays: no stack starts with one, and none can be taken back. */
function initialContent(
  world: CorridorWorld,
  country: string,
  kind: ReferenceContent['kind'],
): ReferenceContent | undefined {
  if (kind === 'OFFICES') return officesOf(world, country);
  return kind === 'HOLIDAYS' ? holidaysOf(world, country) : undefined;
}
