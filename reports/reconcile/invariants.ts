import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One invariant: a file of SQL whose rows are findings, and what its first lines say of it. */
export interface Invariant {
  /** Name of its file. */
  readonly name: string;
  readonly fr: string;
  readonly en: string;
  readonly requirements: readonly string[];
  /** What an export of a pilot must hold for this to be judged. */
  readonly needs: readonly string[];
  readonly sql: string;
}

const FOLDER = join(__dirname, 'invariants');
const HEADER =
  /^-- fr: (.+)\n-- en: (.+)\n-- requirements: ([A-Z]{3}-\d{3}(?: [A-Z]{3}-\d{3})*)\n-- exports need: ([a-z-]+(?: [a-z-]+)*)\n-- \S/;

/** Every invariant, by name. A new one is one new file. */
export const readInvariants = (): Invariant[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => parseInvariant(file.slice(0, -'.sql'.length), readFileSync(join(FOLDER, file), 'utf8')));

/** Reads the header of an invariant: title in both languages, requirements, what exports need, then what it means. */
export function parseInvariant(name: string, sql: string): Invariant {
  const [, fr, en, requirements, needs] = HEADER.exec(sql) ?? [];
  if (!fr || !en || !requirements || !needs)
    throw new TypeError(
      `Failed to read the header of ${name}.sql: found ${JSON.stringify(sql.split('\n').slice(0, 5))}. ` +
        'Begin it with five lines: "-- fr: TITLE", "-- en: TITLE", "-- requirements: ID ID ...", "-- exports need: WORD WORD ..." and "-- what it means".',
    );
  return {
    name,
    fr,
    en,
    requirements: requirements.split(' '),
    needs: needs.split(' '),
    sql: sql.trim().replace(/;$/, ''),
  };
}
