import type { Params } from 'k6/http';
import type { RunFile } from '../../fixtures/load/run-file.ts';

/** Separate what stands in a line of packed traffic, as fixtures/load/pack.ts writes it. */
const STEP = '\u001e';
const FIELD = '\u001f';
const PART = '\u001d';
/** Where the body begins among the fields of a step. */
const BODY = 4;

/** What the steps of a seat with the same name have in common: where they go, how they are counted, how their line of evidence begins. */
export interface Kind {
  readonly from: string;
  readonly name: string;
  readonly isQuestion: boolean;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly params: Params;
  /** Of the metrics, by message and country. */
  readonly tags: { readonly message: string; readonly country: string };
  /** Up to the instant. */
  readonly line: string;
}

/** A step as k6 has it: the body is still in the fields of its text. */
export interface Step {
  /** Moment, ms of the run. */
  readonly atMs: number;
  readonly kind: Kind;
  /** Empty when it has none, as a question. */
  readonly messageId: string;
  /** Guarantee that has to be reserved for this movement before; empty for none. */
  readonly guarantee: string;
  readonly fields: readonly string[];
}

/** The texts of a movement's line, as fixtures/load/pack.ts wrote it: its transit reference, then its steps. */
export const movementOf = (line: string): string[] => line.split(STEP);

/** Reads one step. */
export function stepOf(run: RunFile, text: string): Step {
  const fields = text.split(FIELD);
  return {
    atMs: Number(fields[0]),
    kind: kindOf(run, fields[1] ?? ''),
    messageId: fields[2] ?? '',
    guarantee: fields[3] ?? '',
    fields,
  };
}

/** The body of a step, its slots filled with what is known now; empty for a question. */
export function bodyOf({ fields }: Step, reservationId: string): string {
  const { length } = fields;
  let body = fields[BODY] ?? '';
  for (let at = BODY + 1; at < length; at += 2) {
    const known = fields[at] === 'reservationId' ? reservationId : new Date().toISOString();
    body += known + (fields[at + 1] ?? '');
  }
  return body;
}

const submissions: Record<string, Kind> = {};

/** Made once for all submissions of a kind: an object made for each request costs k6 more than to count its answer. */
function kindOf(run: RunFile, text: string): Kind {
  return submissions[text] ?? firstOf(run, text);
}

function firstOf(run: RunFile, text: string): Kind {
  const kind = makeKind(run, text.split(PART));
  if (!kind.isQuestion) submissions[text] = kind;
  return kind;
}

/** A question of a seat at a path of its own. */
export const questionOf = (run: RunFile, from: string, name: string, path: string): Kind =>
  makeKind(run, [from, name, 'GET', path]);

function makeKind(run: RunFile, [from = '', name = '', method = '', path = '']: readonly string[]): Kind {
  const isQuestion = method === 'GET';
  const common = { timeout: run.answerWithinMs };
  return {
    ...{ from, name, isQuestion, method: isQuestion ? 'GET' : 'POST' },
    url: run.hubs[from] + path,
    params: isQuestion
      ? // An address of its own for each question would be a series of its own.
        { ...common, headers: { 'Corridor-Seat': from }, tags: { name } }
      : { ...common, headers: { 'Corridor-Seat': from, 'Content-Type': 'application/json' } },
    tags: { message: name, country: from },
    line: `{"corridor":"exchange","kind":"${isQuestion ? 'query' : 'submit'}","from":"${from}","method":"${method}","path":"${path}","name":"${name}","at":`,
  };
}
