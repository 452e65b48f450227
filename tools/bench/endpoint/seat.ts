// The simulated customs system of Burkina Faso in a process of its own, as under load: evidence to a file, memory capped.
import { randomInt } from 'node:crypto';
import { loadReferenceData } from '../../../fixtures/reference-data.ts';
import { Journal } from '../../../reports/evidence/journal.ts';
import { CustomsSystem, createMessageIds } from '../../../simulators/customs/index.ts';

const KEPT_MESSAGES = 1_000;
const RANDOM_RANGE = 2 ** 47;

async function main(journalPath: string): Promise<void> {
  const clock = { now: () => Date.now() };
  const customs = await CustomsSystem.start({
    country: 'BF',
    hub: 'http://127.0.0.1:9',
    register: false,
    clock,
    journal: await Journal.open(journalPath, { keep: 0 }),
    ids: createMessageIds(clock, { next: () => randomInt(RANDOM_RANGE) / RANDOM_RANGE }),
    reference: loadReferenceData(),
    keep: KEPT_MESSAGES,
  });
  process.stdout.write(`port ${new URL(customs.baseUrl).port}\n`);
}

// Resident memory depends on when the collector ran last; what is alive after it ran does not.
process.on('message', () => {
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send?.({ live: heapUsed + external, rss });
});
process.once('disconnect', () => process.exit());
void main(process.argv[2] ?? '');
