// Writes the evidence of honest corridor traffic as a journal writes it. Arguments: file, exchanges, number of the lost delivery.
import { loadReferenceData } from '../../../fixtures/reference-data.ts';
import { generateDays } from '../../../fixtures/traffic/generate-days.ts';
import { Journal } from '../../../reports/evidence/journal.ts';
import { CorridorEvidence } from './corridor-evidence.ts';

const [file = '', exchanges = '0', lost = '0'] = process.argv.slice(2);
/** Exchanges of a mean movement are more; the last journeys are left out, whole. */
const DAYS = 200;
const PER_DAY = 400;

function* until<Item>(items: Iterable<Item>, enough: () => boolean): Generator<Item> {
  for (const item of items) {
    if (enough()) return;
    yield item;
  }
}

async function write(): Promise<void> {
  const journal = await Journal.open(file, { keep: 0 });
  const movements = generateDays({ reference: loadReferenceData(), days: DAYS, perDay: PER_DAY, seed: 1 });
  const enough = () => journal.counts.count >= Number(exchanges);
  for (const exchange of new CorridorEvidence(Number(lost)).exchanges(until(movements, enough))) {
    journal.record(exchange);
    await journal.ready();
  }
  await journal.close();
  process.stdout.write(`written ${journal.counts.count}\n`);
}

void write();
