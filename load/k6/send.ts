import { sleep } from 'k6';
import http, { type RefinedResponse } from 'k6/http';
import type { LoadStep } from '../../fixtures/load/load-step.ts';
import type { RunFile } from '../../fixtures/load/run-file.ts';
import { count } from './metrics.ts';
import { signatureOf } from './sign.ts';
import { tell } from './tell.ts';

/** What became of a request: `again` only of one attempt, never of a step. */
export type Outcome = 'acknowledged' | 'refused' | 'again' | 'given-up';

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
export async function send(
  run: RunFile,
  step: LoadStep,
  lateMs: number,
  reservationId?: string,
): Promise<Outcome> {
  const body = bodyOf(step, reservationId);
  const headers = await headersOf(run, step, body);
  const firstAt = Date.now();
  for (let repeats = 0; ; repeats += 1) {
    const { outcome } = attempt(run, step, { body, headers, lateMs: repeats === 0 ? lateMs : undefined });
    if (outcome !== 'again') return outcome;
    if (Date.now() - firstAt > run.giveUpMs) return 'given-up';
    sleep(Math.min(run.retryMs.longest, run.retryMs.first * 2 ** repeats) / 1_000);
  }
}

/** What is sent beside the step itself. */
export interface Request {
  readonly body: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly lateMs: number | undefined;
}

/** What one attempt gave. */
export interface Attempt {
  readonly outcome: Outcome;
  readonly status: number;
  readonly text: string;
}

/** One request, counted and told. */
export function attempt(run: RunFile, step: LoadStep, { body, headers, lateMs }: Request): Attempt {
  const { from, method, path, name } = step;
  const at = Date.now();
  const response = http.request(method, `${run.hubs[from]}${path}`, body, {
    headers: { ...headers },
    timeout: run.answerWithinMs,
    redirects: 0,
    tags: { name, country: from },
  });
  const outcome = outcomeOf(step, response);
  count(step, response.timings.duration, outcome === 'acknowledged');
  const fault = faultOf(response);
  tell({
    corridor: 'exchange',
    kind: method === 'GET' ? 'query' : 'submit',
    at,
    from,
    method,
    path,
    ...(body !== null && { body: withoutAccessCode(name, body) }),
    status: response.status,
    answer: textOf(response),
    afterMs: response.timings.duration,
    ...(fault !== undefined && { fault }),
    name,
    ...(lateMs !== undefined && { lateMs }),
  });
  return { outcome, status: response.status, text: textOf(response) };
}

function bodyOf({ pieces, slots }: LoadStep, reservationId: string | undefined): string | null {
  if (pieces.length === 0) return null;
  const values = { preparedAt: new Date().toISOString(), reservationId: reservationId ?? '' };
  return pieces.reduce((text, piece, at) => text + (values[slots[at - 1] ?? 'preparedAt'] ?? '') + piece);
}

async function headersOf(
  { signing }: RunFile,
  { from }: LoadStep,
  body: string | null,
): Promise<Record<string, string>> {
  const headers: Record<string, string> = { 'Corridor-Seat': from };
  if (body === null) return headers;
  headers['Content-Type'] = 'application/json';
  // When it is sent, not before: a signature over another instant would be none.
  if (signing) headers[signing.header] = await signatureOf(body);
  return headers;
}

/** Only a message of the hub about this one ends a submission; what a link made of it, or nothing, does not. */
function outcomeOf({ method, messageId }: LoadStep, response: RefinedResponse<'text'>): Outcome {
  const { status } = response;
  if (method === 'GET') return status === 0 || status >= 500 ? 'again' : 'acknowledged';
  const about = textOf(response).includes(String(messageId));
  if (status === 202 && about) return 'acknowledged';
  return about && (status === 409 || status === 422) ? 'refused' : 'again';
}

const textOf = ({ body }: RefinedResponse<'text'>): string => (typeof body === 'string' ? body : '');

const faultOf = ({ status, error, error_code }: RefinedResponse<'text'>): string | undefined =>
  status === 0 ? (FAULTS[error_code] ?? (error === '' ? 'closed' : error)) : undefined;

const withoutAccessCode = (name: string, body: string): string =>
  name === 'GuaranteeRequest' ? body.replace(/"accessCode":"[^"]*"/, '"accessCode":"***"') : body;
