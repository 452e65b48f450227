import { analysis } from './analysis.ts';

/** The time limit of the road has passed, and the truck has not arrived by what the book holds. */
export const routeTimeout = analysis<null>({
  alert: 'ROUTE_TIMEOUT',
  start: null,
  look(before, _report, { at, movement: { limitDate, events } }) {
    const passed = limitDate !== null && at > Date.parse(limitDate);
    return { active: passed && !events.some(({ messageType }) => messageType === 'AT07'), after: before };
  },
});
