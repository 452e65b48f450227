import type { Movement } from '../ledger/movement.ts';
import type { Work } from '../outbox/work.ts';
import { endAssignment, findAssignments } from './assignments.ts';
import { moveDevice } from './device-state.ts';

/**
 * The movement is over (discharged, closed by hand, cancelled): its devices are free from now on. What they recorded
 * before still counts when it comes later. The caller holds the lock of the movement.
 */
export async function endTracking(unit: Work, { reference }: Movement): Promise<void> {
  for (const assignment of await findAssignments(unit.transaction, reference)) {
    if (assignment.detachedAt !== null) continue;
    await endAssignment(unit.transaction, assignment, unit.at, null);
    await moveDevice(unit, reference, assignment, 'DETACHED', unit.at);
  }
}
