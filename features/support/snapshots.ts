import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { nobodyTold } from '../checks/administrations-told.ts';
import { booksUnchanged, queuesUnchanged } from '../checks/books-unchanged.ts';
import type { Observation } from '../checks/check.ts';
import { HarnessError } from './errors.ts';
import type { CorridorWorld } from './world.ts';

/** What was published before a step, and where the journal stood then. */
interface Snapshot {
  readonly paths: readonly string[];
  readonly before: readonly ExchangeRecord[];
  readonly journal: number;
}

const taken = new WeakMap<CorridorWorld, Snapshot>();

/** The addresses under which the stack publishes what it knows of the current movement and its guarantee. */
export const registerPaths = ({ movement }: CorridorWorld): string[] => [
  `/v0/movements/${movement.reference}`,
  `/v0/guarantees/${movement.guarantee.register.guaranteeReference}`,
];

export const REFERENCE_DATA = '/v0/reference-data';

/** Reads what the stack publishes at these addresses, and how far the queues of all seats have come. */
export async function takeSnapshot(world: CorridorWorld, paths: readonly string[]): Promise<void> {
  await consult(world, paths);
  const journal = world.run.settings.journal.all().length;
  taken.set(world, { paths, before: [...world.recorded], journal });
}

/** Reads it again and says what has changed, and whom the last message has reached. */
export async function sinceSnapshot(world: CorridorWorld): Promise<Observation[]> {
  const snapshot = taken.get(world);
  if (!snapshot)
    throw new HarnessError(
      'SCENARIO_ORDER',
      "Impossible de comparer : le scénario n'a fait aucun relevé.",
      'Écrivez « Et un relevé du registre » avant le « Quand ».',
    );
  const { paths, before, journal } = snapshot;
  await consult(world, paths);
  const since = world.run.settings.journal.all().slice(journal);
  const { messageId } = world.lastSent().message;
  const seats = [...world.environment.seats.keys()];
  return [
    ...booksUnchanged(before, world.recorded.slice(before.length), paths),
    ...nobodyTold(since, messageId),
    ...queuesUnchanged(before, since, { seats, messageId, scenario: world.id }),
  ];
}

async function consult(world: CorridorWorld, paths: readonly string[]): Promise<void> {
  await world.settle();
  const [country = 'TG'] = world.movements.map(({ departureCountry }) => departureCountry);
  const { hub } = world.seat(country);
  for (const path of paths) {
    const silence = await world.silence(await hub.request('GET', path));
    if (silence) world.judge(silence);
  }
}
