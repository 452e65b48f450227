import type { SetOptions } from './set-options.ts';
import { PLACES } from './set-options.ts';

/** `corridor load` in a pod: the same plan, target, seed, salt and moment everywhere, so that all make the same bytes; a dollar is doubled for Kubernetes. */
export const loadWords = ({ seed, salt, at }: Pick<SetOptions, 'seed' | 'salt' | 'at'>): string[] => [
  ...['corridor', 'load', `${PLACES.plan}/plan.yaml`, '--target', `${PLACES.plan}/target.yaml`],
  ...['--at', new Date(at).toISOString(), '--seed', String(seed), '--salt', salt.replaceAll('$', '$$$$')],
];
