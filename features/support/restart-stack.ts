import { NotApplicableError } from './errors.ts';
import type { CorridorWorld } from './world.ts';

/**
 * How the stack of this scenario is killed, as a power cut would, and started again.
 * @throws NotApplicableError where the target cannot be started by us
 */
export function restartOf({ environment }: CorridorWorld): () => Promise<void> {
  const { restart } = environment.stack;
  if (restart) return restart;
  throw new NotApplicableError(
    'Nous ne pouvons pas relancer cette cible.',
    'Donnez "restart" dans le fichier cible, ou choisissez la cible de référence.',
  );
}
