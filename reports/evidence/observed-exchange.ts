import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { instantOf } from '../../profile/clock.ts';
import type { ExchangeKind, ExchangeRecord } from './exchange.ts';
import { isSecretKey, redactByPattern, redactText } from './redact.ts';

/** Bodies above this many bytes are recorded by size and digest only. @source exchange.ts */
export const BODY_KEPT_BYTES = 256 * 1024;

/**
 * The same for what the hub answers of its books: a book that nobody can read afterwards would hide what it says. Room for a
 * notice of the largest size and its events; escaped six times over, the line stays below the 16 MiB of a reader.
 */
export const BOOK_KEPT_BYTES = 2 * 1024 * 1024;

const DIGEST_OF_NOTHING = hash('sha256', '', 'hex');

/** One wire exchange as an endpoint hands it over: raw bytes, not yet redacted, not yet claimed by a scenario. */
export interface ObservedExchange {
  readonly kind: ExchangeKind;
  /** Milliseconds since epoch (harness clock) when the request left or came. */
  readonly at: number;
  readonly from: string;
  readonly to: string;
  readonly method: string;
  readonly path: string;
  /** Headers of the profile only, lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer | string | undefined;
  readonly answer?:
    | {
        readonly status: number;
        readonly mediaType?: string | undefined;
        readonly body: Buffer | string;
        readonly afterMs: number;
      }
    | undefined;
  readonly fault?: string | undefined;
  /** Conversations the exchange may belong to, most telling first (see `conversation.ts`). */
  readonly conversations?: readonly string[];
  /** The stack at the other end, where the endpoint knows it. */
  readonly stack?: string;
}

const isBook = (kind: ExchangeKind): boolean => kind === 'query' || kind === 'pull';

/** What is kept of a body: text and digest after redaction; the digest is of the bytes as sent when nothing was hidden. */
function keptBody(
  body: Buffer | string | undefined,
  limitBytes = BODY_KEPT_BYTES,
): {
  body?: string;
  bodyDigest: string;
  bodyBytes: number;
  notUtf8?: true;
} {
  if (body === undefined || body.length === 0) return { bodyDigest: DIGEST_OF_NOTHING, bodyBytes: 0 };
  const text = typeof body === 'string' ? body.toWellFormed() : body.toString('utf8');
  const redacted = redactText(text);
  const bodyDigest = hash('sha256', redacted === text ? body : redacted, 'hex');
  const bodyBytes = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  if (bodyBytes > limitBytes) return { bodyDigest, bodyBytes };
  const whole = typeof body === 'string' || isUtf8(body);
  return { body: redacted, bodyDigest, bodyBytes, ...(!whole && { notUtf8: true }) };
}

/** The record of an exchange: redacted, digested, cut to size. */
export function recordOf(
  observed: ObservedExchange,
  owner: { conversation: string | undefined; scenario: string | null },
): ExchangeRecord {
  const { answer, fault, stack } = observed;
  return {
    kind: observed.kind,
    at: instantOf(observed.at),
    from: observed.from,
    to: observed.to,
    method: observed.method,
    path: redactByPattern(observed.path.toWellFormed()),
    headers: redactHeaders(observed.headers),
    ...keptBody(observed.body),
    ...(answer && {
      answer: {
        status: answer.status,
        ...(answer.mediaType !== undefined && { mediaType: answer.mediaType }),
        ...keptBody(answer.body, isBook(observed.kind) ? BOOK_KEPT_BYTES : BODY_KEPT_BYTES),
        afterMs: answer.afterMs,
      },
    }),
    ...(fault !== undefined && { fault: fault.toWellFormed() }),
    ...(owner.conversation !== undefined && { conversation: owner.conversation.toWellFormed() }),
    scenario: owner.scenario,
    ...(stack !== undefined && { stack }),
  };
}

function redactHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name in headers) kept[name] = isSecretKey(name) ? '***' : (headers[name] ?? '');
  return kept;
}
