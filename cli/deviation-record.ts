import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../profile/export/package-root.ts';

const ROW = /^\| `([a-z0-9-]+)` \|(.*)$/;
const KILL = /[A-Z]{3}-\d{3} : `([^`]+)`/g;

/**
 * Which scenarios saw each deviation when `docs/deviations.md` was drawn, by its name. What stands there decides only what
 * is played first: a page that is old, or missing, costs time and no verdict.
 */
export function recordedKillers(text: string = pageText()): ReadonlyMap<string, readonly string[]> {
  const killers = new Map<string, readonly string[]>();
  for (const line of text.split('\n')) {
    const [, name = '', proofs = ''] = ROW.exec(line) ?? [];
    const scenarios = [...proofs.matchAll(KILL)].map(([, scenario = '']) => scenario);
    if (scenarios.length > 0) killers.set(name, [...new Set(scenarios)]);
  }
  return killers;
}

function pageText(): string {
  const file = join(packageRoot(), 'docs', 'deviations.md');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
