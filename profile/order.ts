import { timers } from './timers/timers.ts';

/** The part of a message that order depends on. */
export interface Ordered {
  /** Message name, e.g. `BorderPassage`. */
  readonly name: string;
  /** Only of a TransitNotice: `REGISTERED` or `AMENDED`. */
  readonly status?: string;
  readonly movementVersion?: number;
}

/** What a receiver's book says of the movement when a message comes. */
export interface OrderView {
  /** A TransitNotice is registered. */
  readonly known: boolean;
  /** A DepartureRelease is in effect, or the movement has ended. */
  readonly released: boolean;
  /** Highest version that took effect; 0 when none did. */
  readonly movementVersion: number;
}

/**
 * What a receiver does with a message, by order alone:
 * - `apply`: its turn; the state machine decides.
 * - `wait-for-notice`: notice or release is not there yet and the message may come early; after `earlyMessage`, ask.
 * - `wait-for-version`: one before it is missing; after `versionGap`, ask. A gap in `originSeq` holds nothing up.
 * - `superseded`: VERSION_OUT_OF_ORDER.
 * - `unknown-movement`: UNKNOWN_MOVEMENT. - `already-registered`: DUPLICATE_MOVEMENT.
 */
export type Place =
  | 'apply'
  | 'wait-for-notice'
  | 'wait-for-version'
  | 'superseded'
  | 'unknown-movement'
  | 'already-registered';

/** Messages that may come before TransitNotice or DepartureRelease: the truck can be faster than a link. @source draft message set 6.5.3 */
export const earlyMessages: readonly string[] = ['BorderPassage', 'ArrivalNotice'];

/**
 * The place of a message about a movement. A number whose message was refused is not used up: the next message
 * of that sender takes it again, so that no receiver sees a gap that nobody can fill.
 * @source draft message set 6.5.2, 6.5.3; profile decision P12
 */
export function placeOf(message: Ordered, view: OrderView): Place {
  const registers = message.name === 'TransitNotice' && message.status === 'REGISTERED';
  if (!view.known) {
    if (registers) return 'apply';
    return earlyMessages.includes(message.name) ? 'wait-for-notice' : 'unknown-movement';
  }
  if (registers) return 'already-registered';
  if (!view.released && earlyMessages.includes(message.name)) return 'wait-for-notice';
  if (message.movementVersion !== undefined)
    return placeOfVersion(message.movementVersion, view.movementVersion);
  return 'apply';
}

function placeOfVersion(version: number, highest: number): Place {
  if (version === highest + 1) return 'apply';
  return version > highest ? 'wait-for-version' : 'superseded';
}

/**
 * What a receiver does with a key (sender, messageId):
 * `new`, `replay` (same answer again, no second effect) or `duplicate-id` (refused, alarm).
 * @param seen digest under which the key was first received, or undefined
 * @source profile decision P03
 */
export function repetitionOf(seen: string | undefined, digest: string): 'new' | 'replay' | 'duplicate-id' {
  if (seen === undefined) return 'new';
  return seen === digest ? 'replay' : 'duplicate-id';
}

const MS_PER_SECOND = 1000;

/**
 * True when a message is to be marked late; it is processed all the same.
 * @param preparedAt ISO 8601, UTC
 * @param receivedAt ISO 8601, UTC
 * @source profile decision P06; draft message set 6.5.7
 */
export const isLate = (
  preparedAt: string,
  receivedAt: string,
  lateAfterSeconds: number = timers.lateAfter.seconds,
): boolean => Date.parse(receivedAt) - Date.parse(preparedAt) > lateAfterSeconds * MS_PER_SECOND;
