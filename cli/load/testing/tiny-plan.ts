import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';

const OFFICE = [0, 0, 0, 0, 0, 0, 1, 4, 8, 11, 12, 10, 5, 5, 9, 12, 13, 8, 2, 0, 0, 0, 0, 0];
const provenance = 'assumption: of a test';

/** A plan of a few movements and seconds, in a folder. @returns its path */
export function tinyPlan(folder: string, more: object = {}): string {
  const path = join(folder, 'tiny.yaml');
  const plan = {
    plan: 'tiny',
    title: { fr: 'Essai minuscule', en: 'Tiny run' },
    days: 1,
    playedSeconds: 10,
    journeysShortenedBy: 100,
    departures: [
      { from: 'TG', perDay: 10, hours: OFFICE, provenance },
      { from: 'BF', perDay: 4, hours: OFFICE, provenance },
    ],
    queries: { ledger: 0.5, message: 0.2, provenance },
    limits: [
      { limit: 'achieved', least: 1, provenance },
      { limit: 'error-rate', most: 0, provenance },
      { limit: 'backlog-drained', mostSeconds: 60, provenance },
    ],
    ...more,
  };
  writeFileSync(path, stringify(plan));
  return path;
}
