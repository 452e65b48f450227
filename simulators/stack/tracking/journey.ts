import type { Journey } from '../../../profile/export/tracking-shapes.ts';
import type { Movement } from '../ledger/movement.ts';
import type { StackContext } from '../stack-context.ts';
import { type Assignment, findAssignments } from './assignments.ts';
import { findStates } from './device-table.ts';
import { countryOf } from './analysis/analyses.ts';
import { positionOf } from './event.ts';
import { placedAt } from './kept-report.ts';
import { findReports } from './report-table.ts';
import { findEvents } from './tell.ts';

const instant = (ms: number): string => new Date(ms).toISOString();

/** All that the platforms know of the journey of a movement, in the words of the profile. */
export async function journeyOf(context: StackContext, movement: Movement): Promise<Journey> {
  const { pool } = context;
  const { reference } = movement;
  const assignments = await findAssignments(pool, reference);
  const [events, reports, states] = await Promise.all([
    findEvents(pool, reference),
    findReports(pool, reference),
    findStates(pool, reference),
  ]);
  const road = context.roadOf(movement.corridor);
  const positions = reports.map(({ platform, deviceId, placed }) => {
    const territory = countryOf(placed.memories ?? {}) ?? movement.owner;
    return positionOf({ movement, device: { platform, deviceId }, report: placed.report, territory, road });
  });
  const alerts = events
    .filter(({ kind }) => kind === 'ALERT')
    .sort((a, b) => Date.parse(a.recordedAt) - Date.parse(b.recordedAt) || a.deviceSeq - b.deviceSeq)
    .map(({ transitReference: _reference, kind: _kind, ...told }) => told);
  return {
    transitReference: movement.notice.transitReference,
    assignments: assignments.map(published),
    gaps: gapsOf(assignments),
    positions,
    alerts,
    deviceStates: states.map(({ since, ...state }) => ({ ...state, since: instant(since) })),
  } as Journey;
}
