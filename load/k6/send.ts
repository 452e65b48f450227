import { sleep } from 'k6';
import http, { type Params } from 'k6/http';
import type { RunFile } from '../../fixtures/load/run-file.ts';
import { countAnswer } from './metrics.ts';
import { tellExchange } from './tell.ts';
import type { Step } from './unpack.ts';

/** What became of a request: `again` only of one attempt, never of a step. */
export type Outcome = 'acknowledged' | 'refused' | 'again' | 'given-up';

/** One character more than evidence keeps of an answer, which says then that it was longer. */
const LONGEST_ANSWER = 2 * 1024 * 1024 + 1;
const LONGEST_FAULT = 500;

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
export function send(
  run: RunFile,
  step: Step,
  body: string | null,
  signature: string | undefined,
  lateMs: number,
): Outcome {
  const firstAt = Date.now();
  for (let repeats = 0; ; repeats += 1) {
    const { outcome } = attempt(run, step, body, signature, repeats === 0 ? lateMs : undefined);
    if (outcome !== 'again') return outcome;
    if (Date.now() - firstAt > run.giveUpMs) return 'given-up';
    sleep(Math.min(run.retryMs.longest, run.retryMs.first * 2 ** repeats) / 1_000);
  }
}

/** What one attempt gave. */
export interface Attempt {
  readonly outcome: Outcome;
  readonly status: number;
  readonly answer: string;
}

/** One request, counted and told. */
export function attempt(
  run: RunFile,
  step: Step,
  body: string | null,
  signature?: string,
  lateMs?: number,
): Attempt {
  const at = Date.now();
  const params = signature === undefined ? paramsOf(run, step) : signedParamsOf(run, step, signature);
  const response = http.request(step.method, run.hubs[step.from] + step.path, body, params);
  const { status } = response;
  const answer = textOf(response.body);
  const afterMs = response.timings.duration;
  countAnswer(step, afterMs);
  const fault = status === 0 ? faultOf(response.error_code, response.error) : undefined;
  const sent = body === null ? null : withoutAccessCode(step.name, body);
  tellExchange(step, { at, body: sent, status, answer, afterMs, fault, lateMs });
  return { outcome: outcomeOf(step, status, answer), status, answer };
}

const textOf = (body: unknown): string => {
  if (typeof body !== 'string') return '';
  return body.length > LONGEST_ANSWER ? body.slice(0, LONGEST_ANSWER) : body;
};

/** A request that is cut because the run ends is cut by us, not by the link. */
const faultOf = (code: number, error: string): string =>
  FAULTS[code] ?? (/context canceled/i.test(error) ? 'closed' : error.slice(0, LONGEST_FAULT) || 'reset');

const made: Record<string, Params> = {};

/** Made once for each seat that submits: what stays the same costs k6 nothing the second time. */
function paramsOf(run: RunFile, step: Step): Params {
  if (step.method === 'GET') return makeParams(run, step);
  made[step.from] ??= makeParams(run, step);
  return made[step.from] as Params;
}

function signedParamsOf(run: RunFile, step: Step, signature: string): Params {
  const params = makeParams(run, step);
  const header = run.signing?.header;
  return header === undefined ? params : { ...params, headers: { ...params.headers, [header]: signature } };
}

function makeParams({ answerWithinMs }: RunFile, { method, from, name }: Step): Params {
  const common = { timeout: answerWithinMs, redirects: 0 };
  // An address of its own for each question would be a series of its own.
  if (method === 'GET') return { ...common, headers: { 'Corridor-Seat': from }, tags: { name } };
  return { ...common, headers: { 'Corridor-Seat': from, 'Content-Type': 'application/json' } };
}

/** Only a message of the hub about this one ends a submission; what a link made of it, or nothing, does not. */
function outcomeOf({ method, messageId }: Step, status: number, answer: string): Outcome {
  if (method === 'GET') return status === 0 || status >= 500 ? 'again' : 'acknowledged';
  if (status !== 202 && status !== 409 && status !== 422) return 'again';
  if (!answer.includes(messageId)) return 'again';
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
