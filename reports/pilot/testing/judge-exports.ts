import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { reconcile } from '../../reconcile/reconcile.ts';
import type { Reconciliation } from '../../reconcile/reconciliation.ts';
import { pilotColumns } from '../columns.ts';
import { type ReadExports, type ReadExportsOptions, readExports } from '../read-exports.ts';
import { Tokens } from '../tokens.ts';

/** A key for tests. */
export const KEY = Buffer.from('une clé de test, rien de plus');

/** What an export gave, and how it was judged. */
export interface JudgedExports {
  readonly read: ReadExports;
  readonly books: Reconciliation;
}

/** Reads exports by a mapping (text of columns.yaml) and reconciles them. */
export async function judgeExports(
  files: readonly string[],
  mapping: string,
  options: Partial<ReadExportsOptions> & { readonly underWay?: boolean } = {},
): Promise<JudgedExports> {
  const { underWay = false, ...reading } = options;
  const folder = await mkdtemp(join(tmpdir(), 'corridor-judged-'));
  try {
    const evidence = join(folder, 'exchange.ndjson');
    const columns = pilotColumns.parse(parse(mapping));
    const read = await readExports(files, columns, { tokens: new Tokens(KEY), evidence, ...reading });
    return { read, books: await reconcile([reading.evidence ?? evidence], { underWay }) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
