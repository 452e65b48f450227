import type { DataTable } from '@cucumber/cucumber';
import type { ExchangeRecord } from '../../../reports/evidence/exchange.ts';
import type { ExpectedPosition } from '../../checks/journey-positions.ts';
import { rowsOf } from '../columns.ts';
import { yesOrNo } from '../words.ts';
import type { CorridorWorld } from '../world.ts';
import { positionNamed } from './positions.ts';
import { trackingOf } from './tracking-desk.ts';
import { secondsOf } from './tracking-words.ts';

/** An instant of the tracking day, ISO 8601 UTC. @param seconds after it began */
export const instantAfter = (world: CorridorWorld, seconds: number): string =>
  new Date(trackingOf(world).beganAt + seconds * 1000).toISOString();

/** Instants in one line: `5 min, 20 min, 1 h 05`. */
export const instantsAfter = (world: CorridorWorld, list: string): string[] =>
  list.split(', ').map((one) => instantAfter(world, secondsOf(one)));

/** The journey of the current movement as its country of departure reads it, with the register of the device. */
export async function consultJourney(world: CorridorWorld): Promise<readonly ExchangeRecord[]> {
  await world.settle();
  const { departureCountry, reference } = world.movement;
  const { platform, device } = trackingOf(world).current;
  const { hub } = world.seat(departureCountry);
  await hub.request('GET', `/v0/journeys/${reference}`);
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
