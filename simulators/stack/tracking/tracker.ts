import type { Road } from '../../../fixtures/corridors/road.ts';
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

/** One text for a device, for maps. */
export const keyOf = ({ platform, deviceId }: DeviceKey): string => `${platform} ${deviceId}`;
