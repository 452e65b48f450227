import type { Writable } from 'node:stream';
import { writeNdjson } from '../../../fixtures/traffic/ndjson.ts';
import type { OfficeCode } from '../../../profile/identifiers/office-code.ts';

/** What can really happen to a truck, its seal and its device. */
const truthKinds = [
  'device-attached',
  'seal-armed',
  'departed',
  'stopped',
  'resumed',
  'entered-dead-zone',
  'left-dead-zone',
  'network-lost',
  'network-back',
  'border-presented',
  'border-passed',
  'border-closed',
  'border-opened',
  'broke-down',
  'repaired',
  'seal-opened',
  'seal-closed',
  'seal-cut',
  'seal-tampered',
  'seal-replaced',
  'door-opened',
  'door-closed',
  'unloaded',
  'diverted',
  'returned',
  'route-changed',
  'device-moved',
  'device-removed',
  'fix-lost',
  'fix-back',
  'jamming-began',
  'jamming-ended',
  'battery-low',
  'battery-empty',
  'clock-wrong',
  'clock-right',
  'reading-lost',
  'arrived',
  'ended',
] as const;
/** One of the kinds of what truly happened. */
export type TruthKind = (typeof truthKinds)[number];

/** One thing that really happened, by true time and true place of the truck: what a check judges the reports by. */
export interface TruthEvent {
  /** ms since the epoch, whole. */
  readonly at: number;
  readonly what: TruthKind;
  /** By road from the office of departure; where the truck is off the road, where it left it. */
  readonly km: number;
  readonly lat: number;
  readonly lon: number;
  readonly office?: OfficeCode;
  /** Why the truck stopped, or which behaviour it was. */
  readonly why?: string;
}

/** Writes what happened as NDJSON, one event a line; the stream stays open. */
export const writeTruth = (events: Iterable<TruthEvent>, stream: Writable): Promise<void> =>
  writeNdjson(events, stream);
