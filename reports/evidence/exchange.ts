import { z } from 'zod';

/**
 * What kind of exchange a line of `exchange.ndjson` records.
 * `submit`: a seat sends a message to the stack. `deliver`: the stack sends a message to a seat.
 * `pull`, `query`, `manage`: the other exchanges of the binding (sections 2-6). `device`: a tracker sends bytes to its
 * platform; `method` is the protocol, `path` names the device and what it sends (`/8000620011/position`), bodies are hexadecimal, a status says nothing (0).
 * `link`: no exchange, but something that befell the network between two: `method` is the name of the fault, `path` is `/begun`, `/ended` or
 * `/struck` (one message), the body holds the values of the fault or what became of the message; never answered, never judged.
 * `service`: the stack calls a national service, as the double of it saw the call; no exchange of the binding.
 */
export const exchangeKinds = [
  'submit',
  'deliver',
  'pull',
  'query',
  'manage',
  'device',
  'link',
  'service',
] as const;
export type ExchangeKind = (typeof exchangeKinds)[number];

/** No answer takes longer than this: whoever reads evidence adds it to an instant. */
const MAX_AFTER_MS = 1e12;

/** One wire exchange, as an endpoint saw it; one line of `exchange.ndjson` less its chain fields. */
export const exchangeRecord = z.strictObject({
  kind: z.enum(exchangeKinds),
  /** When the request left or came, UTC (harness clock). */
  at: z.iso.datetime(),
  /** Seat that sent the request, or `hub`, or `unknown`. The other end of a `link` may be the `database` of the hub. */
  from: z.string(),
  to: z.string(),
  method: z.string(),
  path: z.string(),
  /** Headers of the profile only (`Corridor-*`), lower-case names. */
  headers: z.record(z.string(), z.string()),
  /** Body as sent, secrets redacted; absent when larger than 256 KiB (then only size and digest); of an answer to `query` and `pull`, 2 MiB. */
  body: z.string().optional(),
  /** SHA-256 of the body bytes as sent, hexadecimal, or of what is left of them when a secret was hidden; of the empty string without body. */
  bodyDigest: z.string(),
  bodyBytes: z.int(),
  /** The bytes were no UTF-8, and so no JSON: in `body` a sign of replacement stands for each that could not be read. */
  notUtf8: z.literal(true).optional(),
  answer: z
    .strictObject({
      status: z.int().min(0).max(999),
      /** Media type of the body, of a refusal only: problem details have one of their own. */
      mediaType: z.string().optional(),
      body: z.string().optional(),
      bodyDigest: z.string(),
      bodyBytes: z.int(),
      notUtf8: z.literal(true).optional(),
      afterMs: z.number().min(0).max(MAX_AFTER_MS),
    })
    .optional(),
  /**
   * Why there is no answer: `refused`, `reset`, `timeout`, `too-large`, `not-http`, `closed`, or the text of the fault;
   * `hang`, `reset`, `lost-answer` when our seat was told to misbehave so; `internal: ...` is a fault of the harness. Beside an
   * answer: `again`, a device was told to send that once more; `timeout`, what it heard was no answer to what it sent.
   */
  fault: z.string().optional(),
  /** Transit reference or other conversation that the body names, for correlation. */
  conversation: z.string().optional(),
  /** Id of the scenario that owns the conversation; null for traffic nobody expected. */
  scenario: z.string().nullable(),
  /**
   * The line was read from an export of a pilot, not seen on a wire: the body was put together by its columns, identifiers may be
   * tokens, and `bodyDigest` is of the content that all its exports give. `from`, `until`: what period the export holds, where said.
   */
  exported: z
    .strictObject({ from: z.iso.datetime().optional(), until: z.iso.datetime().optional() })
    .optional(),
  /** Which stack was at the other end: its base address, or a name where a run starts several. Cursors count per stack. */
  stack: z.string().optional(),
});
export type ExchangeRecord = z.infer<typeof exchangeRecord>;

/**
 * A line on disk: the record with its position and the chain. `seq`, `previous` and `hash` end the line in this
 * order; `hash` is the SHA-256 of the line as written less its last member `,"hash":"..."`.
 */
export const exchangeLine = exchangeRecord.extend({
  seq: z.int(),
  /** `hash` of the line before; 64 zeros for the first. */
  previous: z.string(),
  hash: z.string(),
});
export type ExchangeLine = z.infer<typeof exchangeLine>;
