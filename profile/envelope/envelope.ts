import { z } from 'zod';
import { countryCode } from '../identifiers/country-code.ts';
import { platformCode } from '../identifiers/platform-code.ts';
import { extensions } from './extensions.ts';

/** The profile version this code speaks; `profileVersion` of every envelope. */
export const PROFILE_VERSION = '0.1';

/** Who sits at the table: `hub`, a national customs system by its country, or a tracking platform by its code. */
export const seat = z.union([z.literal('hub'), countryCode, platformCode]);
export type Seat = 'hub' | (string & {});

/**
 * To whom a message goes: one seat; `route`, from which the hub derives one delivery per administration on
 * the itinerary, the sender's excepted (P01); `territory`, the administrations of the country where the truck is and of the
 * country of departure; or `all`, every administration, for reference data only.
 */
export const recipient = z.union([z.literal('route'), z.literal('all'), z.literal('territory'), seat]);

/** An instant: ISO 8601, UTC, `Z`, milliseconds optional. Niger's wall clock never appears on the wire. */
export const instant = z.iso.datetime();

/** UUID version 7 (RFC 9562): unique per sender, for ever. */
export const messageId = z.uuidv7();

/** Fields of the envelope that every message carries; `messageType` and `payload` come from the message. */
export const envelopeFields = {
  profileVersion: z.literal(PROFILE_VERSION),
  messageId,
  sender: seat,
  recipient,
  /** Composed by the sender, UTC; unchanged when the message is sent again (P03). */
  preparedAt: instant,
  /** `messageId` of the request or of the refused message (R20). */
  correlationId: messageId.optional(),
  /** Groups all that belongs together: the transit reference, or the request's messageId. */
  conversationId: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[^\p{Cc}\p{Cs}]+$/u)
    .optional(),
  /** Rises by 1 with each state-changing message of the office of departure about a movement. */
  movementVersion: z.int().min(1).max(9_999).optional(),
  /** Rises by 1 per (sender, transit reference) for messages of other seats. */
  originSeq: z.int().min(1).max(9_999).optional(),
  /** True for test traffic; a seat refuses what is not of its environment (P08). */
  testIndicator: z.boolean(),
  /** What the message says beyond this version of the profile. */
  extensions: extensions.optional(),
} as const;
