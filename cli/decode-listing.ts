import type { Decoded } from '../simulators/tracking/protocols/decode.ts';
import type { Condition, Frame, Report } from '../simulators/tracking/protocols/protocol.ts';
import { counted } from './counted.ts';

const shown = (value: number | null, unit: string): string => (value === null ? '' : `${value}${unit}`);

function reportLine(report: Report, condition: Condition | undefined): string {
  const place = report.lat === null || report.lon === null ? 'no position' : `${report.lat}, ${report.lon}`;
  const words = [
    report.time ?? 'no time',
    place,
    shown(report.speedKmh, ' km/h'),
    shown(report.courseDeg, ' deg'),
    shown(report.altitudeM, ' m'),
    report.fixed ? '' : 'no fix',
    ...(condition ? conditionWords(condition) : []),
  ];
  return `   ${words.filter(Boolean).join('  ')}\n`;
}

const conditionWords = ({ stored, lock, batteryPct, alerts }: Condition): string[] => [
  stored ? 'stored' : '',
  lock ?? '',
  batteryPct === null ? '' : `battery ${batteryPct} %`,
  ...alerts,
];

function* frameLines(frame: Frame, number: number): Generator<string> {
  const { kind, deviceId, reports, conditions, alerts, responses } = frame;
  const words = [`${number}.`, kind, deviceId ?? 'no device', reports.length === 0 ? alerts.join(' ') : ''];
  yield `${words.filter(Boolean).join('  ')}\n`;
  for (const [index, report] of reports.entries()) yield reportLine(report, conditions[index]);
  for (const response of responses) yield `   answer  ${response}\n`;
}

/** Frames for people, one after the other; the last line counts. */
export function* listed(protocol: string, all: Iterable<Decoded>, count: { errors: number }) {
  let frames = 0;
  for (const decoded of all) {
    if ('frame' in decoded) {
      frames += 1;
      yield* frameLines(decoded.frame, frames);
    } else if ('fault' in decoded) {
      count.errors += 1;
      const { offset, code, reason } = decoded.fault;
      yield `!  refused at byte ${offset}: ${code}, ${reason}\n`;
    } else if (decoded.rest !== '') yield `   left over  ${decoded.rest}\n`;
  }
  yield `${protocol}: ${counted(frames, 'frame')}, ${counted(count.errors, 'refusal')}.\n`;
}
