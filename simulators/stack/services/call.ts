import type { Pool } from 'undici';
import { MOST_ANSWER_BYTES } from '../../../profile/services/service-limits.ts';
import type { StackClock } from '../clock/stack-clock.ts';
import { untilSilence } from '../clock/until-silence.ts';
import { faultOf, readShort } from '../outgoing.ts';

/** One call to a service. */
export interface ServiceCall {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  /** From the base address of the service. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** How long the whole answer may take, ms on the stack's clock. */
  readonly waitMs: number;
}

/** What came back: a whole answer, or why there is none. `body` is undefined when it is no JSON. */
export type CallResult =
  | { readonly status: number; readonly body: unknown }
  | { readonly status: null; readonly reason: string };

/** Calls a service once. Redirections are not followed; of an answer that is too long, slow or broken nothing is left. */
export async function callService(
  connections: Pool,
  basePath: string,
  { method, path, headers, body, waitMs }: ServiceCall,
  clock: StackClock,
): Promise<CallResult> {
  const control = new AbortController();
  const patience = untilSilence(clock, waitMs, () => control.abort());
  try {
    const answer = await connections.request({
      method,
      path: `${basePath}${path}`,
      headers: { ...headers, ...(body === null ? {} : { 'Content-Type': 'application/json' }) },
      body,
      signal: control.signal,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    const bytes = await readShort(answer.body, MOST_ANSWER_BYTES);
    if (bytes === null) return { status: null, reason: `more than ${MOST_ANSWER_BYTES} bytes` };
    return { status: answer.statusCode, body: jsonOf(bytes) };
  } catch (error) {
    const reason = control.signal.aborted ? `no answer within ${waitMs / 1000} s` : faultOf(error);
    return { status: null, reason };
  } finally {
    patience.cancel();
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    return undefined;
  }
}
