import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type BooksJudged, booksAgree } from '../checks/books-agree.ts';
import { HarnessError } from './errors.ts';
import type { CorridorWorld } from './world.ts';

/**
 * Reconciles the evidence of one stack: do all books agree. Given by whoever starts the run, since scenarios take nothing of
 * reports but the evidence.
 */
export type ReconcileBooks = (records: readonly ExchangeRecord[]) => Promise<BooksJudged>;

/**
 * Judges the books of this scenario by reconciling all that was recorded of its stack, never by the stack's own word. Before, every
 * book is consulted once more: queues, dead letters, ledger, guarantees.
 * @param incomplete seats that are still away, or keep dead letters: what waits for them is not lost
 */
export async function judgeBooks(world: CorridorWorld, incomplete: boolean): Promise<void> {
  await world.settle();
  await consultAll(world);
  const { stackName } = world.environment;
  const { journal, reconcileBooks } = world.run.settings;
  if (!reconcileBooks) throw noReconciler();
  const records = journal.all().filter(({ stack }) => stack === stackName);
  const movements = world.movements.map(({ reference }) => reference);
  world.judge(booksAgree(await reconcileBooks(records), { movements, alone: world.alone, incomplete }));
}

async function consultAll({ environment, movements, sent, away }: CorridorWorld): Promise<void> {
  const seats = [...environment.seats.values()].filter(({ country }) => !away.has(country));
  const [asking] = seats;
  for (const country of environment.seats.keys()) {
    await asking?.hub.deliveries(country);
    await asking?.hub.deadLetters(country);
  }
  const spokenOf = new Set(sent.map(({ message }) => message.payload['transitReference']));
  for (const { reference, departureCountry, guarantee } of movements) {
    if (!spokenOf.has(reference)) continue;
    const seat = environment.seats.get(departureCountry);
    await seat?.query(reference);
    await seat?.guarantee(guarantee.register.guaranteeReference);
  }
}

const noReconciler = (): HarnessError =>
  new HarnessError(
    'NO_RECONCILER',
    'Personne ne rapproche les livres dans cette campagne.',
    'Lancez-la par « corridor verify ».',
  );
