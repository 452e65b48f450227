import { z } from 'zod';
import { alertCodes, lockStates } from '../code-lists/code-lists.ts';

/**
 * Machine shapes of the commands about trackers.
 * @source docs/cli.md, Machine shapes
 */

const protocol = z.enum(['jointech', 'teltonika', 'jt808', 'gt06', 'osmand', 'mqtt']);
const hex = z.string().regex(/^([0-9a-f]{2})*$/);
const alerts = z.array(z.enum(Object.keys(alertCodes) as [keyof typeof alertCodes]));

/** Null: the device does not say. Degrees, south and west negative; `time` UTC. */
const report = z.object({
  time: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  speedKmh: z.number().nullable(),
  courseDeg: z.number().nullable(),
  altitudeM: z.number().nullable(),
  /** False: the last position known, or none. */
  fixed: z.boolean(),
});

/** What the device says of itself together with a report. */
const condition = z.object({
  alerts,
  /** The frame has no room for some alerts: what the device warned of before may last. */
  partial: z.literal(true).optional(),
  /** From the memory of the device; null: the protocol does not say. */
  stored: z.boolean().nullable(),
  lock: z.enum(Object.keys(lockStates) as [keyof typeof lockStates]).nullable(),
  authorised: z.boolean().nullable(),
  batteryPct: z.number().nullable(),
});

/**
 * `corridor decode`. `alerts` are those of all conditions; `responses` what a server that accepts the frame answers; `fields`
 * what the protocol says beyond that, in its own terms; `offset` counts bytes from the beginning of the input.
 */
export const decodeShape = z.object({
  protocol,
  /** The clock of the device, where it is not that of the protocol, such as `+08:00`. */
  zone: z.string().optional(),
  /** Datagrams, not a stream. */
  udp: z.literal(true).optional(),
  /** Bytes of the server. */
  from: z.literal('server').optional(),
  frames: z.array(
    z.object({
      kind: z.enum(['login', 'position', 'heartbeat', 'alarm', 'command', 'other']),
      deviceId: z.string().nullable(),
      reports: z.array(report),
      alerts,
      responses: z.array(hex),
      fields: z.record(z.string(), z.json()),
      conditions: z.array(condition),
    }),
  ),
  rest: hex,
  errors: z.array(z.object({ offset: z.int().min(0), code: z.string(), reason: z.string() })),
});

/** `corridor encode --format json`: the whole, and frame by frame. */
export const encodeShape = z.object({ protocol, bytes: hex, frames: z.array(hex) });

const count = z.int().min(0);

/**
 * `corridor fleet`. Frames with readings, where nothing else is said: `sent` counts each once, `unanswered` those that the
 * protocol has no answer for. `latencyMs`: from sending to the answer; null when none was due.
 */
export const fleetShape = z.object({
  verdict: z.enum(['pass', 'fail', 'inconclusive']),
  protocol,
  to: z.string(),
  devices: count,
  processes: count,
  seed: z.int(),
  seconds: z.number().min(0),
  /** Stopped before its duration was over. */
  interrupted: z.boolean(),
  /** At the end, before the devices left. */
  connected: count,
  connects: count,
  reconnects: count,
  failedConnects: count,
  sent: count,
  acked: count,
  unanswered: count,
  resent: count,
  refused: count,
  timeouts: count,
  heartbeats: count,
  /** What went wrong between devices and platform, the most frequent first. */
  causes: z.array(z.object({ cause: z.string(), count })),
  readings: z.object({ measured: count, delivered: count, forgotten: count, kept: count }),
  ackedPerSecond: z.number().min(0),
  latencyMs: z.object({ p50: z.number(), p90: z.number(), p99: z.number(), max: z.number() }).nullable(),
  replay: z.string(),
});
