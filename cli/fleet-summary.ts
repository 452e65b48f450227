import type { Histogram } from 'hdr-histogram-js';
import type { z } from 'zod';
import type { fleetShape } from '../profile/export/device-shapes.ts';
import { type FleetCounters, latencyOf } from '../simulators/tracking/fleet/counters.ts';
import type { Trouble, Troubles } from '../simulators/tracking/fleet/trouble.ts';
import { counted } from './counted.ts';
import type { FleetCommand } from './fleet-run.ts';

/** What `corridor fleet` prints at its end. */
export type FleetSummary = z.output<typeof fleetShape>;

interface Ended {
  readonly counters: FleetCounters;
  readonly latencies: Histogram;
  readonly troubles: Troubles;
  readonly kept: number;
  readonly seconds: number;
}

/** An answer that was no, or none in time, is the platform's; what was left over says nothing about it. */
function verdictOf({ refused, timeouts, sent, connected }: FleetCounters, devices: number, left: number) {
  if (refused > 0 || timeouts > 0) return 'fail';
  return left > 0 || sent === 0 || connected < devices ? 'inconclusive' : 'pass';
}

const CAUSES: Readonly<Record<Trouble, string>> = {
  'connection-refused': 'connection refused: nothing listens there',
  'connection-failed': 'the connection did not come about',
  'connection-lost': 'the connection was lost',
  'login-refused': 'login refused',
  'login-unanswered': 'no answer to the login: is the device registered?',
  'login-cut': 'the platform hung up at the login: is the device registered?',
  'device-unknown': 'unknown device',
  'report-refused': 'report refused: is the device registered?',
  'report-unanswered': 'no answer to a report',
};

const causesOf = (troubles: Troubles): FleetSummary['causes'] =>
  (Object.entries(troubles) as [Trouble, number][])
    .map(([what, times]) => ({ cause: CAUSES[what], count: times }))
    .sort((one, other) => other.count - one.count);

/** @param wasStopped by Ctrl-C or a signal: the usual end of a run without a duration */
export function fleetSummary(
  { protocol, to, devices, duration, speed, processes, seed }: FleetCommand & { readonly to: string },
  { counters, latencies, troubles, kept, seconds }: Ended,
  wasStopped: boolean,
  words: readonly string[],
): FleetSummary {
  const { connected, connects, reconnects, failedConnects, heartbeats, measured, delivered, forgotten } =
    counters;
  const { sent, acked, unanswered, resent, refused, timeouts } = counters;
  // Whoever stops it while the last answers are waited for comes after its end.
  const interrupted = wasStopped && duration !== undefined && seconds * speed < duration;
  return {
    verdict: interrupted ? 'inconclusive' : verdictOf(counters, devices, kept + forgotten),
    protocol,
    to,
    devices,
    processes,
    seed,
    seconds: rounded(seconds),
    interrupted,
    connected,
    connects,
    reconnects,
    failedConnects,
    sent,
    acked,
    unanswered,
    resent,
    refused,
    timeouts,
    heartbeats,
    causes: causesOf(troubles),
    readings: { measured, delivered, forgotten, kept },
    ackedPerSecond: rounded(acked / seconds),
    latencyMs: latencyOf(latencies),
    replay: `corridor ${words.map(quoted).join(' ')}`,
  };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
const quoted = (word: string): string => (/^[\w./:@,+-]+$/.test(word) ? word : `'${word}'`);

/** Why the verdict is what it is. */
function sentenceOf(summary: FleetSummary): string {
  const { verdict, interrupted, devices, connected, sent, refused, timeouts, readings, causes } = summary;
  if (verdict === 'pass') return 'every report was taken';
  const [first] = causes;
  const most = first === undefined ? '' : `; most often: ${first.cause} (${counted(first.count, 'time')})`;
  const said: (string | false)[] =
    verdict === 'fail'
      ? [refused > 0 && 'an answer was no', timeouts > 0 && 'an answer did not come in time']
      : [
          interrupted && 'stopped before its duration was over',
          readings.measured === 0 && 'no report fell due: the first of a device comes within --interval',
          readings.measured > 0 && sent === 0 && 'nothing was sent',
          readings.kept > 0 && `${counted(readings.kept, 'reading')} left over`,
          readings.forgotten > 0 && `${counted(readings.forgotten, 'reading')} forgotten`,
          connected < devices && `${devices - connected} of ${counted(devices, 'device')} not connected`,
        ];
  return said.filter(Boolean).join(', ') + most;
}

/** The summary for people; the last line is the verdict and the line that repeats the run. */
export function fleetPage(summary: FleetSummary): string {
  const { readings, latencyMs } = summary;
  const latency =
    latencyMs === null
      ? 'no answer was due'
      : `p50 ${latencyMs.p50} ms, p90 ${latencyMs.p90} ms, p99 ${latencyMs.p99} ms, max ${latencyMs.max} ms`;
  return [
    `${summary.protocol} to ${summary.to}, ${counted(summary.devices, 'device')}, ${summary.seconds} s`,
    `  links     ${summary.connected} connected at the end, ${counted(summary.reconnects, 'reconnect')}, ${counted(summary.failedConnects, 'failed attempt')}`,
    `  frames    ${summary.sent} sent, ${summary.acked} acked, ${summary.unanswered} without an answer by rule, ${summary.resent} resent, ${summary.refused} refused, ${counted(summary.timeouts, 'timeout')}, ${counted(summary.heartbeats, 'heartbeat')}`,
    `  readings  ${readings.measured} measured, ${readings.delivered} delivered, ${readings.forgotten} forgotten, ${readings.kept} left over`,
    `  answers   ${latency}; ${summary.ackedPerSecond} acked/s`,
    `${summary.verdict}: ${sentenceOf(summary)}. ${summary.replay}`,
    '',
  ].join('\n');
}
