import type { Road } from '../../../fixtures/corridors/road.ts';
import type { Work } from '../outbox/work.ts';
import type { DeviceKey } from './assignments.ts';
import type { TrackedDevice } from './device-table.ts';
import type { KeptReport } from './kept-report.ts';

/** What one frame brought of a device that is registered. No reports: a sign of life. */
export interface Arrived {
  readonly device: TrackedDevice;
  readonly reports: readonly KeptReport[];
  /** ms since the epoch, by the clock of the stack. */
  readonly receivedAt: number;
}

/** The road of a corridor by its name; null when nobody has its geometry. */
export type RoadOf = (corridor: string) => Road | null;

/**
 * Gives kept reports of devices from an instant on (ms since the epoch) to the movements on which the devices were, by what is
 * known now, and tells what is new there.
 */
export type Reattribute = (unit: Work, devices: readonly DeviceKey[], from: number) => Promise<void>;

/** One text for a device, for maps. */
export const keyOf = ({ platform, deviceId }: DeviceKey): string => `${platform} ${deviceId}`;
