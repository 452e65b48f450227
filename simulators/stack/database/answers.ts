import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';

/** Real time: whoever asks whether the stack is ready does not wait long for the answer. */
const SOON_MS = 2000;

/** Whether the database answers soon: while it does not, the stack can keep nothing. */
export async function answers(pool: Pool): Promise<boolean> {
  const over = new AbortController();
  const late = pause(SOON_MS, false, { signal: over.signal }).catch(() => false);
  const asked = pool.query('select 1').then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([asked, late]);
  } finally {
    over.abort();
  }
}
