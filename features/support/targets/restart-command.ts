import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Clock } from '../../../profile/clock.ts';
import { HarnessError } from '../errors.ts';
import { eventually } from '../eventually.ts';
import { isReady } from '../health.ts';

const WITHIN_MS = 60_000;

/**
 * Runs the command of a target file that kills a stack and starts it again, and waits until the stack answers. No shell.
 * @param clock real time
 */
export async function runRestart(
  [program = '', ...arguments_]: readonly string[],
  hub: string,
  clock: Clock,
): Promise<void> {
  const child = spawn(program, arguments_, { stdio: 'ignore' });
  const limit = setTimeout(() => child.kill(), WITHIN_MS); // that of `spawn` outlives a program that is not there
  const failed = once(child, 'error').then(([error]) => String(error));
  const ended = once(child, 'exit').then(([code, signal]) =>
    code === 0 ? '' : `${signal ?? `code ${code}`}`,
  );
  const fault = await Promise.race([ended, failed]).finally(() => clearTimeout(limit));
  failed.catch(() => undefined);
  if (fault !== '') throw notRestarted(`« ${program} » : ${fault}`);
  const { satisfied } = await eventually(() => isReady(hub), {
    until: (alive) => alive,
    withinMs: WITHIN_MS,
    clock,
  });
  if (!satisfied) throw notRestarted(`pas de santé publiée après ${WITHIN_MS / 1000} s`);
}

const notRestarted = (seen: string): HarnessError =>
  new HarnessError(
    'STACK_NOT_RESTARTED',
    `La cible n'a pas été relancée (${seen}).`,
    'Essayez la commande « restart » du fichier cible à la main ; elle doit finir par 0 et laisser la pile en marche.',
  );
