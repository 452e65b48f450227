import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observeEqual } from './check.ts';
import { type Fields, lastAnswer, listIn, textIn } from './recorded.ts';

/** A device on the truck for a time, as the scenario tells it. */
export interface ExpectedAssignment {
  readonly platform: string;
  readonly deviceId: string;
  /** ISO 8601 UTC. */
  readonly from: string;
  /** Null: it is still there. */
  readonly until: string | null;
}

/** A time without a device, as the scenario tells it. */
export interface ExpectedGap {
  readonly from: string;
  /** Null: it lasts. */
  readonly until: string | null;
  /** The office that took the last device off. */
  readonly where: string;
}

/** The journey lists exactly these devices, in this order, each with its times (TRK-021). */
export function journeyAssignments(
  records: readonly ExchangeRecord[],
  transitReference: string,
  expected: readonly ExpectedAssignment[],
): Observation[] {
  const seen = journeyPart(records, transitReference, 'assignments')?.map(
    (entry) => `${textIn(entry, 'platform')} ${textIn(entry, 'deviceId')} ${times(entry)}`,
  );
  const wanted = expected.map((entry) => `${entry.platform} ${entry.deviceId} ${times({ ...entry })}`);
  return [observeEqual('balises du voyage', wanted, seen)];
}

/** The journey lists exactly these times without a device, in this order, each with its office (TRK-022). */
export function journeyGaps(
  records: readonly ExchangeRecord[],
  transitReference: string,
  expected: readonly ExpectedGap[],
): Observation[] {
  const seen = journeyPart(records, transitReference, 'gaps')?.map(
    (entry) => `${times(entry)}, ${textIn(entry, 'where')}`,
  );
  const wanted = expected.map((entry) => `${times({ ...entry })}, ${entry.where}`);
  return [observeEqual('temps sans balise', wanted, seen, { requirement: 'TRK-022' })];
}

/** The journey holds so many positions and alerts, no more. */
export const journeyCounts = (
  records: readonly ExchangeRecord[],
  transitReference: string,
  expected: { readonly positions: number; readonly alerts: number },
): Observation[] =>
  (['positions', 'alerts'] as const).map((part) =>
    observeEqual(
      part === 'alerts' ? 'alertes du voyage' : 'positions du voyage',
      expected[part],
      journeyPart(records, transitReference, part)?.length,
    ),
  );

function journeyPart(
  records: readonly ExchangeRecord[],
  transitReference: string,
  part: string,
): Fields[] | undefined {
  const answer = lastAnswer(records, `/v0/journeys/${transitReference}`);
  return answer?.status === 200 ? listIn(answer.body, part) : undefined;
}

/** Instants compare as instants, however they are written. */
const times = (entry: Fields): string => `de ${moment(entry, 'from')} à ${moment(entry, 'until')}`;

function moment(entry: Fields, field: string): string {
  const at = Date.parse(textIn(entry, field));
  return Number.isNaN(at) ? 'ce jour' : new Date(at).toISOString();
}
