import { z } from 'zod';
import { envelopeFields, type Seat } from '../envelope/envelope.ts';
import type { Extensions } from '../envelope/extensions.ts';
import type { MovementState } from '../states/movement-states.ts';

/** Who composes a message: the part its office plays, or the hub itself. */
export type SenderRole =
  | 'office of departure'
  | 'office of passage'
  | 'office of destination'
  | 'office of guarantee'
  | 'any office'
  | 'tracking platform'
  | 'hub'
  | 'receiver';

/** Conformance class of a message or a requirement. @source profile.md, conformance classes */
export type ConformanceClass = 'base' | 'extended' | 'guarantee' | 'tracking' | 'reference-data' | 'security';

/** How the version or sequence of a message is counted: by the owner of the movement, by another seat, or not. */
export type Numbering = 'movementVersion' | 'originSeq' | 'none';

/**
 * The only values allowed in `recipient`: `route`, `all`, the `hub`, `territory` (the administration on whose territory
 * the truck is, and that of the office of departure), one `country`, or `one` seat: hub or country, and for what the hub or a
 * receiver answers a tracking platform too.
 */
export type Recipients = 'route' | 'all' | 'hub' | 'territory' | 'country' | 'one';

/** Everything the profile says about one message; schema, documents, routing and order derive from it. */
export interface MessageDefinition<Payload extends z.ZodType = z.ZodType> {
  /** Name by meaning, e.g. `TransitNotice`. */
  readonly name: string;
  /** Code on the wire, e.g. `AT01`. */
  readonly wireCode: string;
  /** Name in French as officers read it. */
  readonly french: string;
  /** One sentence each: what it tells whom. */
  readonly purpose: { readonly fr: string; readonly en: string };
  readonly sender: SenderRole;
  readonly recipients: Recipients;
  readonly class: ConformanceClass;
  /** States of the movement in which the message is legal; `any` where no movement is concerned. */
  readonly legalIn: readonly MovementState[] | 'any';
  readonly numbering: Numbering;
  /** What the sender waits for, by timer name of `timers/timers.ts`, or just the acknowledgement. */
  readonly answeredBy?: string;
  readonly counterparts: {
    readonly ncts?: string;
    readonly etir?: string;
    readonly wco?: string;
  };
  readonly payload: Payload;
}

/** Types a definition without widening it. */
export const defineMessage = <Payload extends z.ZodType>(definition: MessageDefinition<Payload>) =>
  definition;

/** The number that this message must carry; the other one may be there and counts for nothing. */
const numberOf = ({ numbering }: MessageDefinition) =>
  numbering === 'none' ? {} : { [numbering]: envelopeFields[numbering].unwrap() };

/** The whole message on the wire: envelope and payload, closed against unknown fields but for its extensions. */
export function messageSchema<Payload extends z.ZodType>(definition: MessageDefinition<Payload>) {
  return z.strictObject({
    ...envelopeFields,
    ...numberOf(definition),
    messageType: z.literal(definition.wireCode),
    payload: definition.payload,
  });
}

/** A typed message of the profile. */
export interface Message<Payload = Record<string, unknown>> {
  profileVersion: '0.1';
  messageId: string;
  messageType: string;
  sender: Seat;
  recipient: string;
  preparedAt: string;
  correlationId?: string;
  conversationId?: string;
  movementVersion?: number;
  originSeq?: number;
  testIndicator: boolean;
  extensions?: Extensions;
  payload: Payload;
}
