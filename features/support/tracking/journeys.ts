import type { DataTable } from '@cucumber/cucumber';
import type { ExchangeRecord } from '../../../reports/evidence/exchange.ts';
import type { ExpectedPosition } from '../../checks/journey-positions.ts';
import { rowsOf } from '../columns.ts';
import { yesOrNo } from '../words.ts';
import type { CorridorWorld } from '../world.ts';
import { instantAfter } from './instants.ts';
import { positionNamed } from './positions.ts';
import { trackingOf } from './tracking-desk.ts';
import { secondsOf } from './tracking-words.ts';

/** The journey of the current movement as its country of departure reads it, once all that was sent has taken effect. */
export async function readJourney(world: CorridorWorld): Promise<readonly ExchangeRecord[]> {
  await world.settle();
  const { departureCountry, reference } = world.movement;
  await world.seat(departureCountry).hub.request('GET', `/v0/journeys/${reference}`);
  return world.recorded;
}

/** The same, with the register of the device. */
export async function consultJourney(world: CorridorWorld): Promise<readonly ExchangeRecord[]> {
  await readJourney(world);
  const { platform, device } = trackingOf(world).current;
  const { hub } = world.seat(world.movement.departureCountry);
  await hub.request('GET', `/v0/tracking/devices/${platform}/${device.id}`);
  return world.recorded;
}

/** Rows of a table of positions: `après` by the day, and what else it says of them. */
export const positionsOf = (world: CorridorWorld, table: DataTable): ExpectedPosition[] =>
  rowsOf(table, COLUMNS).map((row) => {
    const { après, lieu, différée, 'en avance': ahead }: Partial<typeof row> = row;
    return {
      recordedAt: instantAfter(world, après ?? 0),
      stored: différée,
      clockAhead: ahead,
      ...(lieu === undefined ? {} : positionNamed(world.run.settings.reference, lieu)),
    };
  });

/** An empty cell says nothing. */
const maybe = (cell: string): boolean | undefined => (cell === '' ? undefined : yesOrNo(cell));

const COLUMNS = { après: secondsOf, lieu: String, différée: maybe, 'en avance': maybe } as const;
