import type { DeviceAssignmentPayload } from '../../../profile/messages/device-assignment.ts';
import type { WireFinding } from '../../../profile/messages/parts/parts.ts';
import type { TrackingEventPayload } from '../../../profile/messages/tracking-event.ts';
import type { Movement } from '../ledger/movement.ts';
import type { DeviceKey } from './assignments.ts';
import type { DeviceState, TrackedDevice } from './device-table.ts';
import type { KeptReport } from './kept-report.ts';

/** The connection or datagram on which bytes came. */
export interface Link {
  readonly platform: string;
  readonly protocol: string;
}

/** A device on a movement. */
export interface OnMovement extends DeviceKey {
  readonly reference: string;
}

/**
 * The seams of the tracking platforms, part of the hooks of the stack: each takes the value that an honest platform goes on
 * with and gives the value that this one goes on with. All are called always.
 */
export interface TrackingHooks {
  /** Bytes as they came off the wire. */
  onFrame(bytes: Buffer, link: Link): Buffer;
  /** The device that a frame is taken to come from; null when it names none. */
  onDevice(device: DeviceKey | null, link: Link): DeviceKey | null;
  /** The clock by which the times of a device are read, minutes ahead of UTC. */
  onZone(zoneMinutes: number, device: TrackedDevice): number;
  /** The reports of one frame, in its order, before anything is done with them. */
  onReports(reports: KeptReport[], device: TrackedDevice): KeptReport[];
  /** When a device is answered: after its reports are stored, before, or never. */
  onAcknowledge(when: 'stored' | 'received' | 'never', device: DeviceKey): 'stored' | 'received' | 'never';
  /** What a device is answered to one of its frames, in order. */
  onDeviceAnswers(answers: readonly Buffer[], link: Link): readonly Buffer[];
  /** The movement to which a report belongs; null when its device was on none. */
  onAttribution(reference: string | null, report: KeptReport, device: DeviceKey): string | null;
  /** Where a report stands in the journey, ms since the epoch. */
  onPlace(at: number, report: KeptReport): number;
  /** The alerts that last at the moment of a report: those of the device and those that the platform found. */
  onActive(alerts: string[], report: KeptReport, movement: Movement): string[];
  /** Whether an alert that lasts is told now: it is when it has not been told since it began. */
  onAlert(
    told: boolean,
    alert: { readonly alert: string; readonly report: KeptReport; readonly repeated: boolean },
  ): boolean;
  /** Whether a position is due. */
  onPosition(due: boolean, report: KeptReport, on: OnMovement): boolean;
  /** The country where a truck is said to be. */
  onTerritory(country: string, report: KeptReport | null, movement: Movement): string;
  /** The events about to be told of one device on one movement, numbered, in order (AT17 payloads). */
  onTrackingEvents(events: TrackingEventPayload[], movement: Movement): TrackingEventPayload[];
  /** The state that a device takes on a movement. */
  onDeviceState(state: DeviceState, device: OnMovement): DeviceState;
  /** What an office says of a device, as it takes effect (AT16 payload). */
  onAssignment(payload: DeviceAssignmentPayload, movement: Movement): DeviceAssignmentPayload;
  /** Why an assignment is refused. */
  onAssignmentRefused(findings: WireFinding[], payload: DeviceAssignmentPayload): WireFinding[];
  /** How long a device may be silent before it is told, ms. */
  onSilence(limitMs: number, device: OnMovement): number;
  /** The journey as published. */
  onJourney(journey: Record<string, unknown>, movement: Movement): Record<string, unknown>;
  /** The journey as an EPCIS document. */
  onEpcis(document: Record<string, unknown>, movement: Movement): Record<string, unknown>;
}

const identity = <Value>(value: Value): Value => value;

/** The hooks of honest platforms. */
export const honestTracking: TrackingHooks = {
  onFrame: identity,
  onDevice: identity,
  onZone: identity,
  onReports: identity,
  onAcknowledge: identity,
  onDeviceAnswers: identity,
  onAttribution: identity,
  onPlace: identity,
  onActive: identity,
  onAlert: identity,
  onPosition: identity,
  onTerritory: identity,
  onTrackingEvents: identity,
  onDeviceState: identity,
  onAssignment: identity,
  onAssignmentRefused: identity,
  onSilence: identity,
  onJourney: identity,
  onEpcis: identity,
};
