import { sleep } from 'k6';
import http, { type Params } from 'k6/http';
import type { RunFile } from '../../fixtures/load/run-file.ts';
import { countAnswer } from './metrics.ts';
import type { Route } from './route.ts';
import { type Answered, tellExchange } from './tell.ts';
import type { Step } from './unpack.ts';

// Looked up once: for each request k6 would search them by name.
const { request } = http;
const { now } = Date;

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
 * @param body JSON; empty for a question
 * @param signature empty for none
 * @param lateMs by how much the step is behind its schedule
 */
export function send(run: RunFile, step: Step, body: string, signature: string, lateMs: number): Outcome {
  const { route, messageId } = step;
  const first = attempt(run, route, body, signature, lateMs);
  let outcome = outcomeOf(route, messageId, first);
  for (let repeats = 0; outcome === 'again'; repeats += 1) {
    if (now() - first.at > run.giveUpMs) return 'given-up';
    sleep(Math.min(run.retryMs.longest, run.retryMs.first * 2 ** repeats) / 1_000);
    outcome = outcomeOf(route, messageId, attempt(run, route, body, signature, null));
  }
  return outcome;
}

/** Asks once. */
export const ask = (run: RunFile, question: Route): Answered => attempt(run, question, '', '', null);

/**
 * One request, counted and told.
 * @param body empty for a question
 * @param signature empty for none
 * @param lateMs null for all but the first attempt at a step
 */
function attempt(
  run: RunFile,
  route: Route,
  body: string,
  signature: string,
  lateMs: number | null,
): Answered {
  const params = signature === '' ? route.params : signedParamsOf(run, route, signature);
  const at = now();
  const response = request(route.method, route.url, body === '' ? null : body, params);
  const { status } = response;
  const fault = status === 0 ? faultOf(response.error_code, response.error) : '';
  const afterMs = response.timings.duration;
  const answered = { at, status, afterMs, answer: textOf(response.body), fault };
  countAnswer(route, afterMs);
  tellExchange(route, answered, withoutAccessCode(route.name, body), lateMs);
  return answered;
}

const textOf = (body: unknown): string => {
  if (typeof body !== 'string') return '';
  return body.length > LONGEST_ANSWER ? body.slice(0, LONGEST_ANSWER) : body;
};

/** A request that is cut because the run ends is cut by us, not by the link. */
const faultOf = (code: number, error: string): string =>
  FAULTS[code] ?? (/context canceled/i.test(error) ? 'closed' : error.slice(0, LONGEST_FAULT) || 'reset');

function signedParamsOf(run: RunFile, { params }: Route, signature: string): Params {
  const header = run.signing?.header;
  return header === undefined ? params : { ...params, headers: { ...params.headers, [header]: signature } };
}

/** Only a message of the hub about this one ends a submission; what a link made of it, or nothing, does not. */
function outcomeOf({ isQuestion }: Route, messageId: string, { status, answer }: Answered): Outcome {
  if (isQuestion) return status === 0 || status >= 500 ? 'again' : 'acknowledged';
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
