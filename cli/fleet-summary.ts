import type { Histogram } from 'hdr-histogram-js';
import type { z } from 'zod';
import type { fleetShape } from '../profile/export/device-shapes.ts';
import { type FleetCounters, latencyOf } from '../simulators/tracking/fleet/counters.ts';
import type { FleetCommand } from './fleet-run.ts';

/** What `corridor fleet` prints at its end. */
export type FleetSummary = z.output<typeof fleetShape>;

interface Ended {
  readonly counters: FleetCounters;
  readonly latencies: Histogram;
  readonly kept: number;
  readonly seconds: number;
}

/** An answer that was no, or none in time, is the platform's; what was left over says nothing about it. */
function verdictOf({ refused, timeouts, sent, connected }: FleetCounters, devices: number, left: number) {
  if (refused > 0 || timeouts > 0) return 'fail';
  return left > 0 || sent === 0 || connected < devices ? 'inconclusive' : 'pass';
}

/** @param wasStopped by Ctrl-C or a signal: the usual end of a run without a duration */
export function fleetSummary(
  { protocol, to, devices, duration, processes, seed }: FleetCommand,
  { counters, latencies, kept, seconds }: Ended,
  wasStopped: boolean,
  words: readonly string[],
): FleetSummary {
  const { connected, connects, reconnects, failedConnects, heartbeats, measured, delivered, forgotten } =
    counters;
  const { sent, acked, unanswered, resent, refused, timeouts } = counters;
  return {
    verdict: verdictOf(counters, devices, kept + forgotten),
    protocol,
    to,
    devices,
    processes,
    seed,
    seconds: rounded(seconds),
    interrupted: wasStopped && duration !== undefined,
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
    readings: { measured, delivered, forgotten, kept },
    ackedPerSecond: rounded(acked / seconds),
    latencyMs: latencyOf(latencies),
    replay: `corridor ${words.map(quoted).join(' ')}`,
  };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
const quoted = (word: string): string => (/^[\w./:@,+-]+$/.test(word) ? word : `'${word}'`);

const SENTENCES: Readonly<Record<FleetSummary['verdict'], string>> = {
  pass: 'every report was taken',
  fail: 'an answer was no, or did not come in time',
  inconclusive: 'reports were left over, or nothing was sent',
};

/** The summary for people; the last line is the verdict and the line that repeats the run. */
export function fleetPage(summary: FleetSummary): string {
  const { readings, latencyMs } = summary;
  const latency =
    latencyMs === null
      ? 'no answer was due'
      : `p50 ${latencyMs.p50} ms, p90 ${latencyMs.p90} ms, p99 ${latencyMs.p99} ms, max ${latencyMs.max} ms`;
  return [
    `${summary.protocol} to ${summary.to}, ${summary.devices} devices, ${summary.seconds} s`,
    `  links     ${summary.connected} connected at the end, ${summary.reconnects} reconnects, ${summary.failedConnects} failed attempts`,
    `  frames    ${summary.sent} sent, ${summary.acked} acked, ${summary.unanswered} without an answer by rule, ${summary.resent} resent, ${summary.refused} refused, ${summary.timeouts} timeouts, ${summary.heartbeats} heartbeats`,
    `  readings  ${readings.measured} measured, ${readings.delivered} delivered, ${readings.forgotten} forgotten, ${readings.kept} left over`,
    `  answers   ${latency}; ${summary.ackedPerSecond} acked/s`,
    `${summary.verdict}: ${SENTENCES[summary.verdict]}${summary.interrupted ? ' (interrupted)' : ''}. ${summary.replay}`,
    '',
  ].join('\n');
}
