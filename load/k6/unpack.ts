import type { RunFile } from '../../fixtures/load/run-file.ts';
import { type Route, routeOf } from './route.ts';

/** Separate what stands in a line of packed traffic, as fixtures/load/pack.ts writes it. */
const STEP = '\u001e';
const FIELD = '\u001f';
/** Where the body begins among the fields of a step. */
const BODY = 4;

/** A step as k6 has it: the body is still in the fields of its text. */
export interface Step {
  /** Moment, ms of the run. */
  readonly atMs: number;
  readonly route: Route;
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
    route: routeOf(run, fields[1] ?? ''),
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
