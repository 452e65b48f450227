import { z } from 'zod';
import { envelopeFields, PROFILE_VERSION, seat } from './envelope/envelope.ts';
import { unknownMandatory, unseenNames } from './envelope/extensions.ts';
import { errorCatalogue } from './errors/error-catalogue.ts';
import { isPlatform } from './identifiers/platform-code.ts';
import { type Message, type MessageDefinition, messageSchema } from './messages/message.ts';
import { allMessages } from './messages/messages.ts';
import type { WireFinding } from './messages/parts/parts.ts';
import type { ReferenceData } from './reference-data.ts';
import { ruleFindings } from './rules/rules.ts';
import { timers } from './timers/timers.ts';
import { acceptanceOf } from './validation/acceptance.ts';
import { referenceFindings } from './validation/reference-findings.ts';
import { syntaxFindings } from './validation/syntax-findings.ts';

const MAX_FINDINGS = 9_999;

/** A message read, with its definition; or every fault of it, sorted by pointer, then code. */
export type ParsedMessage =
  | { readonly ok: true; readonly message: Message; readonly definition: MessageDefinition }
  | { readonly ok: false; readonly findings: WireFinding[] };

const compiled = new Map(
  allMessages.map((definition) => {
    const schema = messageSchema(definition);
    return [definition.wireCode, { definition, schema, accepts: acceptanceOf(schema) }];
  }),
);

/** For a message without a readable type: the envelope can still be judged, the payload cannot. */
const envelopeOnly = z.strictObject({ ...envelopeFields, messageType: z.string(), payload: z.unknown() });

/** Who sent a value and under which id. `messageId` is as written and may have a wrong form. */
export interface Attribution {
  readonly sender: string;
  readonly messageId: string;
}

/**
 * Sender and id of what may be a message, or null: then nobody can be answered by message, and the receiver
 * says NOT_ATTRIBUTABLE. Readable means a seat for the sender and text, not empty, for the id.
 */
export function attribution(value: unknown): Attribution | null {
  if (!isObject(value)) return null;
  const { sender, messageId } = value;
  if (typeof messageId !== 'string' || messageId === '' || !seat.safeParse(sender).success) return null;
  return { sender: sender as string, messageId };
}

/**
 * Reads a message: version, type, form of address and syntax first; when these are clean, reference data and the
 * rules that the message decides by itself.
 * @param value what `JSON.parse` gave
 * @param reference the receiver's reference data; without it offices, countries and itineraries are not looked up
 * @param now the receiver's time, ms since the epoch; without it `preparedAt` is not compared with it
 * @param clockToleranceSeconds clock skew tolerated
 * @source profile decision P04; draft message set 6.5.5
 */
export function parseMessage(
  value: unknown,
  reference?: ReferenceData,
  now?: number,
  clockToleranceSeconds: number = timers.clockTolerance.seconds,
): ParsedMessage {
  if (!isObject(value)) return refused([finding('WRONG_TYPE', '')]);
  const { profileVersion, messageType } = value;
  if (typeof profileVersion === 'string' && profileVersion !== PROFILE_VERSION) {
    return refused([finding('UNKNOWN_PROFILE_VERSION', '/profileVersion')]);
  }
  if (typeof messageType !== 'string') {
    return refused(syntaxFindings(envelopeOnly.safeParse(value).error?.issues ?? [], value));
  }
  const entry = compiled.get(messageType);
  if (!entry) return refused([finding('UNKNOWN_MESSAGE_TYPE', '/messageType')]);
  const { definition, schema, accepts } = entry;

  const issues = accepts(value) ? undefined : schema.safeParse(value).error?.issues;
  const syntax = issues ? syntaxFindings(issues, value) : [];
  if (!mayAddress(definition, value['recipient']))
    syntax.push(finding('RECIPIENT_NOT_ALLOWED', '/recipient'));
  for (const name of unseenNames(value['extensions'])) syntax.push(finding('PATTERN', `/extensions/${name}`));
  for (const name of unknownMandatory(value['extensions']))
    syntax.push(finding('UNKNOWN_MANDATORY', `/extensions/${name}`));
  if (syntax.length > 0 || issues) return refused(syntax);

  const message = value as unknown as Message;
  const findings = semanticFindings(definition.name, message, reference, now, clockToleranceSeconds * 1000);
  return findings.length > 0 ? refused(findings) : { ok: true, message, definition };
}

function semanticFindings(
  name: string,
  message: Message,
  reference: ReferenceData | undefined,
  now: number | undefined,
  clockToleranceMs: number,
): WireFinding[] {
  const preparedAt = Date.parse(message.preparedAt);
  const { sender, correlationId, payload } = message;
  const context = { preparedAt, sender, correlationId, clockToleranceMs, reference };
  const findings = ruleFindings(name, payload, context);
  if (reference) findings.push(...referenceFindings(name, message, reference));
  if (now !== undefined && preparedAt > now + clockToleranceMs) {
    findings.push(finding('FUTURE_DATED', '/preparedAt'));
  }
  return findings;
}

const WELL_FORMED_RECIPIENT = /^(?:route|all|territory|hub|(?:TRK-)?[A-Z]{2})$/;

/** A malformed recipient passes here: the schema has told it already. */
function mayAddress({ recipients, sender }: MessageDefinition, value: unknown): boolean {
  if (typeof value !== 'string' || !WELL_FORMED_RECIPIENT.test(value)) return true;
  if (value === 'all' || value === 'route' || value === 'territory') return recipients === value;
  if (isPlatform(value)) return recipients === 'one' && (sender === 'hub' || sender === 'receiver');
  return recipients === 'one' || recipients === (value === 'hub' ? 'hub' : 'country');
}

function refused(findings: WireFinding[]): ParsedMessage {
  const sorted = findings.sort((a, b) => compare(a.pointer, b.pointer) || compare(a.code, b.code));
  return { ok: false, findings: sorted.slice(0, MAX_FINDINGS) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const finding = (code: keyof typeof errorCatalogue, pointer: string): WireFinding => ({
  code,
  pointer,
  reason: errorCatalogue[code].fr,
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
