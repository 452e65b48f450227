import type { ArrivalNoticePayload } from '../../../profile/messages/arrival-notice.ts';
import type { BorderPassagePayload } from '../../../profile/messages/border-passage.ts';
import type { ControlResultPayload } from '../../../profile/messages/control-result.ts';
import type { IncidentNoticePayload } from '../../../profile/messages/incident-notice.ts';
import { handler } from './handler.ts';
import { impossibleOrder, passageAt, sealContinuity, sealNotices, silentBorders } from './judge-passages.ts';
import type { Movement } from './movement.ts';
import { finding, step } from './step.ts';

function withSeals(movement: Movement): { movement: Movement; notices: ReturnType<typeof sealNotices> } {
  const { seals, breaks } = sealContinuity(movement);
  return { movement: { ...movement, seals }, notices: sealNotices(movement, breaks) };
}

/** An office of passage told of a truck. */
export const borderPassage = handler<BorderPassagePayload>({
  occurredAt: ({ passedAt }) => passedAt,
  event: ({ office, direction, outcome, seals }) => ({ office, direction, outcome, seals }),
  refuse(movement, { message: { payload } }) {
    const { office, direction, outcome } = payload;
    const onTheRoad = movement.legs.some((leg) => leg.office === office && leg.role === direction);
    if (!onTheRoad) return [finding('OFF_ROUTE', undefined, `${office}, ${direction}`)];
    if (outcome !== 'PASSED' || !passageAt(movement, office, direction)) return [];
    return [finding('ALREADY_PASSED', undefined, `${office}, ${direction}`)];
  },
  act(movement, { message }, { timerMs }) {
    const passage = movement.events.find(({ messageId }) => messageId === message.messageId);
    const order =
      passage?.outcome === 'PASSED' ? impossibleOrder(movement, passage, timerMs('passageTolerance')) : [];
    const seals = withSeals(movement);
    return step(seals.movement, { notices: [...order, ...seals.notices] });
  },
});

/** Something happened on the road. */
export const incidentNotice = handler<IncidentNoticePayload>({
  occurredAt: ({ occurredAt }) => occurredAt,
  event: ({ office, newSeals, newVehicle }) => ({
    office,
    ...(newVehicle ? { newPlate: newVehicle.plate } : {}),
    ...(newSeals ? { newSeals: newSeals.map(({ number }) => number) } : {}),
  }),
  act(movement) {
    const seals = withSeals(movement);
    return step(seals.movement, { notices: seals.notices });
  },
});

/** The truck has arrived; what the borders did not tell is pointed out. */
export const arrivalNotice = handler<ArrivalNoticePayload>({
  occurredAt: ({ arrivedAt }) => arrivedAt,
  event: ({ office, seals }) => ({ office, seals }),
  act(movement, { message: { messageId, payload } }, { timerMs }) {
    const seals = withSeals(movement);
    const dueAt = Date.parse(payload.arrivedAt) + timerMs('controlResult');
    return step(seals.movement, {
      notices: [...silentBorders(movement, messageId), ...seals.notices],
      timers: movement.state === 'ARRIVED' ? [{ kind: 'result-missing', dueAt }] : [],
    });
  },
});

/** What the control at destination gave. */
export const controlResult = handler<ControlResultPayload>({
  occurredAt: ({ controlledAt }) => controlledAt,
  event: ({ office }) => ({ office }),
});
