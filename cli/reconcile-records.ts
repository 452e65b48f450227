import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReconcileBooks } from '../features/support/books.ts';
import { ExchangeWriter } from '../reports/evidence/exchange-writer.ts';
import { reconcile } from '../reports/reconcile/reconcile.ts';

/** Reconciles records that a run has in memory, by the same invariants as `corridor reconcile`. */
export const reconcileRecords: ReconcileBooks = async (records) => {
  const folder = await mkdtemp(join(tmpdir(), 'corridor-books-'));
  try {
    const path = join(folder, 'exchange.ndjson');
    const writer = await ExchangeWriter.open(path);
    for (const record of records) writer.append(record);
    await writer.close();
    return await reconcile([path]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
