/** `npm run toxiproxy`: finds Toxiproxy as `--links toxiproxy` does, or builds it once, and prints where it is. For CI and images. */
import { resolve } from 'node:path';
import { findToxiproxy } from '../simulators/links/toxiproxy/find-toxiproxy.ts';

const root = resolve(__dirname, '..');
const note = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

findToxiproxy({ env: process.env, root, note }).then(
  (binary) => process.stdout.write(`${binary}\n`),
  (error: Error) => {
    note(error.message);
    process.exitCode = 3;
  },
);
