import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';
import type { StackCommand } from './stack-process.ts';

/** How this package starts a stack: by its own launcher. */
export const stackCommand: StackCommand = [
  process.execPath,
  join(packageRoot, 'bin', 'corridor.js'),
  'stack',
];
