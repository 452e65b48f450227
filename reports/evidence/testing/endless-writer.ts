// Entry file of a child process that tests kill: writes evidence without end and says how much was flushed.
import { Journal } from '../journal.ts';
import { exampleExchange } from './example-exchange.ts';

async function main(path: string): Promise<void> {
  const journal = await Journal.open(path, { keep: 0 });
  for (;;) {
    for (let i = 0; i < 500; i += 1) journal.record(exampleExchange());
    journal.flushSync();
    process.stdout.write(`${journal.counts.count}\n`);
    for (let i = 0; i < 500; i += 1) journal.record(exampleExchange());
    await new Promise((resolve) => setImmediate(resolve));
  }
}

void main(process.argv[2] ?? '');
