// The embedded link in a process of its own, in front of the port that it is given; a second word names its kind.
import { createRandom } from '../../../fixtures/random.ts';
import { openLink } from '../../../simulators/links/index.ts';

const [port, kind] = process.argv.slice(2);

void openLink({
  name: 'bench',
  to: { host: '127.0.0.1', port: Number(port) },
  kind: kind === 'exchange' ? 'exchange' : 'stream',
  clock: { now: () => performance.now() },
  random: createRandom(1),
}).then(({ address }) => process.stdout.write(`port ${address.port}\n`));
process.once('disconnect', () => process.exit());
