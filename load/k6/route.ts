import type { Params } from 'k6/http';
import type { RunFile } from '../../fixtures/load/run-file.ts';

/** Separates the parts of a route, as fixtures/load/pack.ts does. */
const PART = '\u001d';

/** Where a request goes, and what is the same each time it goes there. */
export interface Route {
  /** Seat that sends. */
  readonly from: string;
  /** Of the message, or of the question. */
  readonly name: string;
  readonly isQuestion: boolean;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly params: Params;
  /** Of our metrics. */
  readonly tags: { readonly message: string; readonly country: string };
  /** Its line of evidence up to the value of `at`. */
  readonly lineHead: string;
}

const submissions: Record<string, Route> = {};

/** Kept for submissions: to make it each time costs k6 more than the request. A question has a path of its own, and would stay for nothing. */
export const routeOf = (run: RunFile, text: string): Route => submissions[text] ?? firstOf(run, text);

function firstOf(run: RunFile, text: string): Route {
  const route = makeRoute(run, text.split(PART));
  if (!route.isQuestion) submissions[text] = route;
  return route;
}

/** The route of a question that is in no traffic. */
export const questionRoute = (run: RunFile, from: string, name: string, path: string): Route =>
  makeRoute(run, [from, name, 'GET', path]);

/** @throws when the traffic was packed for other scripts than these: nothing of it may be sent */
function makeRoute(run: RunFile, parts: readonly string[]): Route {
  const [from = '', name = '', method = '', path = ''] = parts;
  const hub = run.hubs[from];
  if (parts.length !== 4 || hub === undefined || (method !== 'GET' && method !== 'POST'))
    throw new Error(`Failed to read the traffic: found ${JSON.stringify(parts)} where a route has to be.`);
  const isQuestion = method === 'GET';
  const common = { timeout: run.answerWithinMs, redirects: 0 };
  const params = isQuestion
    ? // An address of its own for each question would be a series of its own.
      { ...common, headers: { 'Corridor-Seat': from }, tags: { name } }
    : { ...common, headers: { 'Corridor-Seat': from, 'Content-Type': 'application/json' } };
  const kind = isQuestion ? 'query' : 'submit';
  return {
    ...{ from, name, isQuestion, method, params },
    url: hub + path,
    tags: { message: name, country: from },
    lineHead: `{"corridor":"exchange","kind":"${kind}","from":"${from}","method":"${method}","path":"${path}","name":"${name}","at":`,
  };
}
