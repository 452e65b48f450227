import type { Message } from '../../profile/messages/message.ts';
import type { SeatBackup } from '../../simulators/customs/index.ts';
import { HarnessError } from './errors.ts';
import type { CorridorWorld } from './world.ts';

interface KeptBackup {
  readonly backup: SeatBackup;
  /** How many messages the scenario had sent by then. */
  readonly sent: number;
}

const backups = new WeakMap<CorridorWorld, Map<string, KeptBackup>>();

/** More pages than any scenario needs: a stack that always says "more" must not keep us for ever. */
const PAGES_AT_MOST = 20;

/** A country backs its books up: what it received, sent and counted so far. */
export async function backUp(world: CorridorWorld, country: string): Promise<void> {
  await world.settle();
  const known = backups.get(world) ?? new Map<string, KeptBackup>();
  backups.set(world, known.set(country, { backup: world.seat(country).backUp(), sent: world.sent.length }));
}

/** All that happened since at this country is forgotten there, and there alone. */
export async function restore(world: CorridorWorld, country: string): Promise<void> {
  await world.settle();
  world.seat(country).restore(backupOf(world, country).backup);
}

/** Where the queue of a country stood when it backed its books up. */
export const cursorAtBackup = (world: CorridorWorld, country: string): number =>
  backupOf(world, country).backup.cursor;

/** The messages that a country sent since its backup, which it does not remember. */
export const forgottenBy = (world: CorridorWorld, country: string): readonly Message[] =>
  world.sent
    .slice(backupOf(world, country).sent)
    .map(({ message }) => message)
    .filter(({ sender }) => sender === country);

/** A country reads on from its own cursor, page by page, until nothing is left, and confirms what it read. */
export async function readOn(world: CorridorWorld, country: string, limit: number): Promise<void> {
  const seat = world.seat(country);
  for (let page = 0; page < PAGES_AT_MOST; page += 1) {
    const { body } = await seat.pull({ limit });
    if (body && body.messages.length > 0) continue;
    return;
  }
}

function backupOf(world: CorridorWorld, country: string): KeptBackup {
  const kept = backups.get(world)?.get(country);
  if (kept) return kept;
  throw new HarnessError(
    'SCENARIO_ORDER',
    `${country} n'a aucune sauvegarde.`,
    'Écrivez avant « Et le Niger garde une sauvegarde de ses livres ».',
  );
}
