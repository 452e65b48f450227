import type { Pool } from 'pg';

/** What every connection of a stack calls itself, so that a later life knows those of an earlier one. */
export const APPLICATION = 'corridor-stack';

const LONGEST_WAIT_MS = 10_000;

/**
 * Ends what an earlier life of the stack left open on this database. A stack that was killed may have a commit on the way
 * over a slow link: taken now it would come to pass behind the back of this life, which has read the books by then;
 * cut, it never was, and nobody was told that it is.
 */
export async function endFormerLife(pool: Pool): Promise<void> {
  await pool.query(
    `select pg_terminate_backend(pid, $1) from pg_stat_activity
     where datname = current_database() and usename = current_user and application_name = $2
       and pid <> pg_backend_pid()`,
    [LONGEST_WAIT_MS, APPLICATION],
  );
}
