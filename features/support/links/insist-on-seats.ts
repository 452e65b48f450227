import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { packageRoot } from '../package-root.ts';
import { LINK, linkNamed, seatOf } from './seat-words.ts';

const NAMED = new RegExp(`(?:la liaison |\\| *)(${LINK})`, 'g');

/**
 * Refuses a fault on a seat that does not exist before anything starts.
 * @param paths feature files, each perhaps with `:LINE`; all when empty
 * @throws HarnessError `UNKNOWN_SEAT`
 */
export function insistOnLinkSeats(paths: readonly string[]): void {
  const files =
    paths.length > 0
      ? paths.map((path) => path.replace(/:\d+$/, ''))
      : globSync('features/**/*.feature', { cwd: packageRoot });
  for (const file of new Set(files))
    for (const [, words = ''] of readFileSync(resolve(packageRoot, file), 'utf8').matchAll(NAMED))
      seatOf(linkNamed(words));
}
