import { Pool } from 'undici';
import type { StackClock } from '../clock/stack-clock.ts';
import { untilSilence } from '../clock/until-silence.ts';
import { faultOf, readShort } from '../outgoing.ts';
import type { Delivery, DeliveryRequest } from './delivery.ts';

/** How an attempt ended. `status` is null when there was no answer. */
export interface AttemptResult {
  readonly status: number | null;
  /** Whether the recipient took it (202 with an acknowledgement) or refused it for good (409, 422). */
  readonly ended: boolean;
  /** Why it will be tried again. */
  readonly reason: string;
}

/** Attempts at once to one recipient. */
export const LANES = 16;

/** The kept-alive connections to one seat. */
export const openConnections = (baseUrl: string): Pool =>
  new Pool(new URL(baseUrl).origin, { connections: LANES, pipelining: 1, connect: { timeout: 10_000 } });

const ENDING = new Set([409, 422]);
const LONGEST_ANSWER = 1024 * 1024;

/** The headers that the hub adds to a delivery; they are no part of the message. */
export const headersOf = ({ cursor, attempts, late }: Delivery): Record<string, string> => ({
  'Content-Type': 'application/json',
  'Corridor-Seat': 'hub',
  'Corridor-Cursor': String(cursor),
  'Corridor-Attempt': String(attempts + 1),
  ...(late ? { 'Corridor-Late': 'true' } : {}),
});

/**
 * Posts a message to a seat once and waits for its answer.
 * @param waitMs how long an answer may take, on the stack's clock
 */
export async function attempt(
  connections: Pool,
  baseUrl: string,
  { headers, bytes }: DeliveryRequest,
  messageId: string,
  clock: StackClock,
  waitMs: number,
): Promise<AttemptResult> {
  const control = new AbortController();
  const patience = untilSilence(clock, waitMs, () => control.abort());
  try {
    const path = `${new URL(baseUrl).pathname.replace(/\/$/, '')}/v0/messages`;
    const answer = await connections.request({
      method: 'POST',
      path,
      headers,
      body: bytes,
      signal: control.signal,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    const { statusCode: status } = answer;
    if (status !== 202) {
      await answer.body.dump();
      return { status, ended: ENDING.has(status), reason: `status ${status}` };
    }
    const ended = acknowledges(await readShort(answer.body, LONGEST_ANSWER), messageId);
    return { status, ended, reason: ended ? 'acknowledged' : 'status 202 without an acknowledgement' };
  } catch (error) {
    const reason = control.signal.aborted ? `no answer within ${waitMs / 1000} s` : faultOf(error);
    return { status: null, ended: false, reason };
  } finally {
    patience.cancel();
  }
}

/** A status alone proves nothing: what stands between may have answered. The acknowledgement names the message. */
function acknowledges(answer: Buffer | null, messageId: string): boolean {
  try {
    const { messageType, payload } = JSON.parse(answer?.toString('utf8') ?? '') as {
      messageType?: string;
      payload?: { relatesTo?: string };
    };
    return messageType === 'AT90' && payload?.relatesTo === messageId;
  } catch {
    return false;
  }
}
