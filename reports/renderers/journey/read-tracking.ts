import { z } from 'zod';
import { code } from '../../../profile/code-lists/code.ts';
import { gnssStates, lockStates } from '../../../profile/code-lists/code-lists.ts';
import type { Assignment, Gap, Place, TrackAlert, TrackPoint } from './journey.ts';

/** Names are shown up to this many characters. */
const NAME_CHARACTERS = 40;
/** Instants that a device can have meant; the others are unreadable. */
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

const shortText = z.string().transform((text) => text.slice(0, NAME_CHARACTERS));
const name = shortText.catch('?');
const instantMs = z
  .string()
  .transform((text) => Date.parse(text))
  .refine((at) => at >= EARLIEST && at < LATEST);
const upTo = (most: number) => z.number().min(0).max(most).optional().catch(undefined);

const place = z.object({
  latitudeDeg: z.number().min(-90).max(90),
  longitudeDeg: z.number().min(-180).max(180),
});

const report = z.object({
  recordedAt: instantMs,
  platform: name,
  deviceId: name,
  position: z.unknown().optional(),
  speedKmh: upTo(400),
  batteryPct: upTo(100),
  lock: code(lockStates).optional().catch(undefined),
  gnss: code(gnssStates).catch('FIX'),
  stored: z.boolean().catch(false),
  alert: shortText.optional().catch(undefined),
  clockAhead: z.boolean().catch(false),
});

/** One report, read as far as it can be. */
export interface ReadReport {
  readonly point: TrackPoint;
  readonly alert?: TrackAlert;
  /** A position was told that lies on no globe. */
  readonly misplaced: boolean;
  /** The platform kept it and told nobody: the clock of the device was ahead. */
  readonly clockAhead: boolean;
}

/**
 * Reads the payload of a TrackingEvent, or an entry of an answer to a query of a journey. What is wrong in it is left out;
 * without a time that can be read there is nothing to show.
 * @source profile/messages/tracking-event.ts; profile/export/tracking-shapes.ts
 */
export function readReport(value: unknown): ReadReport | undefined {
  const parsed = report.safeParse(value);
  if (!parsed.success) return undefined;
  const { recordedAt: atMs, position, speedKmh, batteryPct, lock, alert, ...rest } = parsed.data;
  const where = placeOf(position);
  const point = {
    atMs,
    platform: rest.platform,
    deviceId: rest.deviceId,
    gnss: rest.gnss,
    stored: rest.stored,
    ...(where && { place: where }),
    ...(speedKmh !== undefined && { speedKmh }),
    ...(batteryPct !== undefined && { batteryPct }),
    ...(lock !== undefined && { lock }),
  };
  const told = alert !== undefined && {
    alert: { atMs, code: alert, deviceId: rest.deviceId, ...(where && { place: where }) },
  };
  const misplaced = !where && position !== undefined && position !== null;
  return { point, misplaced, clockAhead: rest.clockAhead, ...told };
}

function placeOf(position: unknown): Place | undefined {
  const parsed = place.safeParse(position);
  return parsed.success ? parsed.data : undefined;
}

const assignment = z.object({
  at: instantMs,
  action: shortText,
  platform: name,
  deviceId: name,
  office: shortText.optional().catch(undefined),
  replaces: z.object({ deviceId: shortText }).optional().catch(undefined),
});

/** Reads the payload of a DeviceAssignment, or its like in an answer. @source profile/messages/device-assignment.ts */
export function readAssignment(value: unknown): Assignment | undefined {
  const parsed = assignment.safeParse(value);
  if (!parsed.success) return undefined;
  const { at: atMs, action, platform, deviceId, office, replaces } = parsed.data;
  return {
    ...{ atMs, action, platform, deviceId },
    ...(office !== undefined && { office }),
    ...(replaces && { replaces: replaces.deviceId }),
  };
}

const attachment = z.object({
  from: instantMs,
  until: z.unknown().optional(),
  platform: name,
  deviceId: name,
});

/** Reads one attachment of an answer: put on, and taken off where it ended. @source profile/export/tracking-shapes.ts */
export function readAttachment(value: unknown): Assignment[] {
  const parsed = attachment.safeParse(value);
  if (!parsed.success) return [];
  const { from, until, ...device } = parsed.data;
  const end = instantMs.safeParse(until);
  return [
    { atMs: from, action: 'ATTACH', ...device },
    ...(end.success ? [{ atMs: end.data, action: 'DETACH', ...device }] : []),
  ];
}

const gap = z.object({ from: instantMs, until: instantMs.nullish() });

/** Reads a gap of an answer; without an end it lasts, one that ends before it begins is none. */
export function readGap(value: unknown): Gap[] {
  const parsed = gap.safeParse(value);
  if (!parsed.success) return [];
  const { from: fromMs, until } = parsed.data;
  if (until === undefined || until === null) return [{ fromMs }];
  return until > fromMs ? [{ fromMs, untilMs: until }] : [];
}
