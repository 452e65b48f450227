import type { LoadStep } from '../../fixtures/load/load-step.ts';

const STEP = '\u001e';
const FIELD = '\u001f';
/** Where the body begins among the fields of a step. */
const BODY = 7;

/** A step as k6 has it: the body is still in the fields of its text. */
export interface Step
  extends Required<Pick<LoadStep, 'atMs' | 'from' | 'name' | 'method' | 'path' | 'messageId' | 'guarantee'>> {
  readonly fields: readonly string[];
}

/** The texts of a movement's line, as fixtures/load/pack.ts wrote it: its transit reference, then its steps. */
export const movementOf = (line: string): string[] => line.split(STEP);

/** Reads one step; a message id or a guarantee that it has not is empty. */
export function stepOf(text: string): Step {
  const fields = text.split(FIELD);
  return {
    atMs: Number(fields[0]),
    from: fields[1] ?? '',
    name: fields[2] ?? '',
    method: fields[3] as Step['method'],
    path: fields[4] ?? '',
    messageId: fields[5] ?? '',
    guarantee: fields[6] ?? '',
    fields,
  };
}

/** The body of a step, its slots filled with what is known now; null for a question. */
export function bodyOf({ fields }: Step, reservationId: string): string | null {
  if (fields.length <= BODY) return null;
  let body = fields[BODY] ?? '';
  for (let at = BODY + 1; at < fields.length; at += 2) {
    const known = fields[at] === 'reservationId' ? reservationId : new Date().toISOString();
    body += known + (fields[at + 1] ?? '');
  }
  return body;
}
