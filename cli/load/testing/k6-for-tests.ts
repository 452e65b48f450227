import { findK6, type K6 } from '../find-k6.ts';

/** k6 for the tests of one file, as `corridor` finds it; undefined where it cannot be had, which in CI is a failure. */
export async function k6ForTests(): Promise<K6 | undefined> {
  try {
    return await findK6({ env: process.env, cwd: process.cwd() });
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (/^K6_/.test(code) && process.env['CI'] !== 'true') return undefined;
    throw error;
  }
}
