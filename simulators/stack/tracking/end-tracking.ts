import { endOf } from '../ledger/ended.ts';
import type { Movement } from '../ledger/movement.ts';
import type { Work } from '../outbox/work.ts';
import { endAssignment, findAssignments } from './assignments.ts';
import { moveDevice } from './device-state.ts';
import { lockDevices } from './device-table.ts';

/**
 * The movement is over (discharged, closed by hand, cancelled): its devices are free from then on. What they
 * recorded before still counts when it comes later; what they recorded after it, however the end was told, is of no
 * movement. The caller holds the lock of the movement.
 */
export async function endTracking(unit: Work, movement: Movement): Promise<void> {
  const { reference } = movement;
  const endedAt = endOf(movement) ?? unit.at;
  const assignments = await findAssignments(unit.transaction, reference);
  await lockDevices(unit.transaction, assignments);
  for (const assignment of assignments) {
    const { attachedAt, detachedAt, detachedOffice } = assignment;
    const at = Math.max(attachedAt, endedAt);
    if (detachedAt !== null && detachedAt <= at) continue;
    await endAssignment(unit.transaction, assignment, at, detachedOffice);
    if (detachedAt === null) await moveDevice(unit, reference, assignment, 'UNASSIGNED', at);
    await unit.context.reattribute(unit, [assignment], at);
  }
}
