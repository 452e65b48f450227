import { deviceIdOf } from '../../fixtures/devices/device-ids.ts';
import type { PlannedFleet } from '../../fixtures/load/fleets.ts';
import type { FollowedTruck } from '../../fixtures/load/load-step.ts';
import { countryOfSeat } from '../../profile/identifiers/platform-code.ts';
import type { CustomsSystem } from '../../simulators/customs/index.ts';

const AT_ONCE = 16;
/** Of all fleets together so many devices are asked for. */
const DEVICES_ASKED = 200;

/** A question, and the country that may ask it. */
interface Question {
  readonly country: string;
  readonly path: string;
}

/**
 * Consults the journey of each movement that carries a device, by its country of departure, and some devices that do not, by the country of
 * their platform: what the stack answers is recorded by the seats, and judged later.
 */
export async function consultTrackers(
  seats: ReadonlyMap<string, CustomsSystem>,
  fleets: readonly PlannedFleet[],
  trucks: readonly FollowedTruck[],
): Promise<void> {
  const asked: Question[] = [
    ...trucks.map(({ reference }) => ({ country: reference.slice(2, 4), path: `/v0/journeys/${reference}` })),
    ...questionsAbout(fleets, trucks),
  ];
  const left = asked[Symbol.iterator]();
  const reader = async (): Promise<void> => {
    for (const { country, path } of left) await seats.get(country)?.hub.request('GET', path);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
}

/** Devices on no truck, spread over the fleets of this site. */
function questionsAbout(fleets: readonly PlannedFleet[], trucks: readonly FollowedTruck[]): Question[] {
  const onTruck = new Set(trucks.map(({ platform, deviceId }) => `${platform} ${deviceId}`));
  const total = fleets.reduce((sum, { devices }) => sum + devices, 0);
  const step = Math.max(1, total / DEVICES_ASKED);
  return fleets.flatMap(({ platform, protocol, first, devices }) =>
    Array.from({ length: Math.ceil(devices / step) }, (_, at) =>
      deviceIdOf(protocol, first + Math.floor(at * step)),
    )
      .filter((deviceId) => !onTruck.has(`${platform} ${deviceId}`))
      .map((deviceId) => ({
        country: countryOfSeat(platform),
        path: `/v0/tracking/devices/${platform}/${deviceId}`,
      })),
  );
}
