import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { packageRoot } from '../package-root.ts';
import { LINK, linkNamed, OF_SEAT, seatOf } from './seat-words.ts';

const NAMED = new RegExp(`(?:la liaison |\\| *)(${LINK})|les réponses (${OF_SEAT}) se perdent`, 'g');
const COMMENT = /^\s*#.*$/gm;

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
  for (const file of new Set(files)) {
    const text = readFileSync(resolve(packageRoot, file), 'utf8').replace(COMMENT, '');
    for (const [, link, whose] of text.matchAll(NAMED)) seatOf(linkNamed(link ?? `${whose} vers le hub`));
  }
}
