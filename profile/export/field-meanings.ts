import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readCsv } from './read-csv.ts';

/** What a field is called in French, and what it means in English. */
export interface FieldMeaning {
  readonly fr: string;
  readonly en: string;
}

const row = z.strictObject({ field: z.string().min(1), fr: z.string().min(1), en: z.string().min(1) });

const meanings = new Map<string, FieldMeaning>(
  readCsv(readFileSync(join(__dirname, 'fields.csv'), 'utf8'), row, 'field').map(({ field, fr, en }) => [
    field,
    { fr, en },
  ]),
);

/**
 * The meaning of a field: the longest row of `fields.csv` that ends its path, first those for the message.
 * @param path names from the root of payload or envelope, e.g. `['seals', 'number']`; list positions left out
 * @example fieldMeaning('AT05', ['seals', 'state'])
 */
export function fieldMeaning(wireCode: string, path: readonly string[]): FieldMeaning | undefined {
  const own = meanings.get(`${wireCode}:${path.join('.')}`);
  if (own) return own;
  for (let start = 0; start < path.length; start++) {
    const found = meanings.get(path.slice(start).join('.'));
    if (found) return found;
  }
  return undefined;
}

/** Every row of `fields.csv`, for the check that none is out of use. */
export const fieldMeaningKeys = (): string[] => [...meanings.keys()];
