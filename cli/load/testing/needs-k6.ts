import { k6AtHand } from '../find-k6.ts';

/**
 * Why tests that play a plan are left out here, or false. A user's machine may have no k6, and nobody builds one for two minutes
 * within a test; CI has one, or is red.
 */
export async function withoutK6(env: NodeJS.ProcessEnv): Promise<string | false> {
  if (env['CI'] === 'true') return false;
  const found = await k6AtHand({ env, cwd: process.cwd() }).catch(() => undefined);
  return found === undefined && 'skipped: needs k6 (npm run go-tools)';
}
