import { parseMessage } from '../parse-message.ts';
import { altered } from './altered.ts';

type Changes = Readonly<Record<string, unknown>>;

/** Rule (or code, where the rule has one of its own), changes to a valid message, pointer of the only finding. */
export type Violation = readonly [rule: string, changes: Changes, pointer: string];

/** Rule or code, and pointer, of every finding. */
function broken(message: object, changes: Changes): [string, string][] {
  const parsed = parseMessage(altered(message, changes));
  return parsed.ok ? [] : parsed.findings.map(({ code, pointer, rule }) => [rule ?? code, pointer]);
}

const shown = (changes: Changes) => JSON.stringify(changes).slice(0, 90);

/** One case of a table: what is seen must deeply equal what is expected. */
export interface Case {
  readonly title: string;
  readonly seen: () => [string, string][];
  readonly expected: [string, string][];
}

/** A case per row: the violation is told once, at its place, and nothing else with it. */
export const breaks = (message: object, what: string, table: readonly Violation[]): Case[] =>
  table.map(([rule, changes, pointer]) => ({
    title: `${what} breaks ${rule} at ${pointer} with ${shown(changes)}`,
    seen: () => broken(message, changes),
    expected: [[rule, pointer]],
  }));

/** A case per row: the message is still accepted. */
export const lawful = (message: object, what: string, table: readonly Changes[]): Case[] =>
  table.map((changes) => ({
    title: `${what} breaks nothing with ${shown(changes)}`,
    seen: () => broken(message, changes),
    expected: [],
  }));
