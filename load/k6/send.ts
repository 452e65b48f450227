import { sleep } from 'k6';
import http, { type Params } from 'k6/http';
import type { LoadStep } from '../../fixtures/load/load-step.ts';
import type { RunFile } from '../../fixtures/load/run-file.ts';
import { countAnswer } from './metrics.ts';
import { tellExchange } from './tell.ts';

/** What became of a request: `again` only of one attempt, never of a step. */
export type Outcome = 'acknowledged' | 'refused' | 'again' | 'given-up';

/** What is sent beside the step itself. */
export interface Request {
  readonly body: string | null;
  readonly signature: string | undefined;
}

/** Error codes of k6, in the words of the evidence. @source grafana.com/docs/k6, error codes */
const FAULTS: Readonly<Record<number, string>> = {
  1050: 'timeout',
  1211: 'timeout',
  1212: 'refused',
  1213: 'refused',
  1220: 'reset',
};

/**
 * Sends one step until it is answered for good: the same bytes again after a pause, as an office does (P03).
 * @param lateMs by how much the step is behind its schedule
 */
export function send(run: RunFile, step: LoadStep, request: Request, lateMs: number): Outcome {
  const firstAt = Date.now();
  for (let repeats = 0; ; repeats += 1) {
    const { outcome } = attempt(run, step, request, repeats === 0 ? lateMs : undefined);
    if (outcome !== 'again') return outcome;
    if (Date.now() - firstAt > run.giveUpMs) return 'given-up';
    sleep(Math.min(run.retryMs.longest, run.retryMs.first * 2 ** repeats) / 1_000);
  }
}

/** What one attempt gave. */
export interface Attempt {
  readonly outcome: Outcome;
  readonly status: number;
  readonly text: string;
}

/** One request, counted and told. */
export function attempt(
  run: RunFile,
  step: LoadStep,
  { body, signature }: Request,
  lateMs: number | undefined,
): Attempt {
  const at = Date.now();
  const address = `${run.hubs[step.from]}${step.path}`;
  const response = http.request(step.method, address, body, paramsOf(run, step, signature));
  const { status, body: answer, timings } = response;
  const text = typeof answer === 'string' ? answer : '';
  const outcome = outcomeOf(step, status, text);
  countAnswer(step, timings.duration);
  const fault = status === 0 ? faultOf(response.error_code, response.error) : undefined;
  const sent = body === null ? null : withoutAccessCode(step.name, body);
  tellExchange(step, { at, body: sent, status, answer: text, afterMs: timings.duration, fault, lateMs });
  return { outcome, status, text };
}

/** A request that is cut because the run ends is cut by us, not by the link. */
const faultOf = (code: number, error: string): string =>
  FAULTS[code] ?? (/context canceled/i.test(error) ? 'closed' : error || 'reset');

function paramsOf(run: RunFile, step: LoadStep, signature: string | undefined): Params {
  const headers: Record<string, string> = { 'Corridor-Seat': step.from };
  const params: Params = { headers, timeout: run.answerWithinMs, redirects: 0 };
  // An address of its own for each question would be a series of its own.
  if (step.method === 'GET') params.tags = { name: step.name };
  else headers['Content-Type'] = 'application/json';
  if (signature !== undefined && run.signing) headers[run.signing.header] = signature;
  return params;
}

/** The body of a step: its pieces, and between them what is known now. */
export function bodyOf({ pieces, slots }: LoadStep, reservationId: string): string | null {
  if (pieces.length === 0) return null;
  let body = pieces[0] ?? '';
  for (let at = 1; at < pieces.length; at += 1)
    body +=
      (slots[at - 1] === 'reservationId' ? reservationId : new Date().toISOString()) + (pieces[at] ?? '');
  return body;
}

/** Only a message of the hub about this one ends a submission; what a link made of it, or nothing, does not. */
function outcomeOf({ method, messageId = '' }: LoadStep, status: number, text: string): Outcome {
  if (method === 'GET') return status === 0 || status >= 500 ? 'again' : 'acknowledged';
  if (status !== 202 && status !== 409 && status !== 422) return 'again';
  if (!text.includes(messageId)) return 'again';
  return status === 202 ? 'acknowledged' : 'refused';
}

const ACCESS_CODE = '"accessCode":"';

/** No pattern: in k6 it would cost a third of the request. */
function withoutAccessCode(name: string, body: string): string {
  const at = name === 'GuaranteeRequest' ? body.indexOf(ACCESS_CODE) : -1;
  if (at < 0) return body;
  const from = at + ACCESS_CODE.length;
  return `${body.slice(0, from)}***${body.slice(body.indexOf('"', from))}`;
}
