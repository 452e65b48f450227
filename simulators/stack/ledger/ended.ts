import { inOrder, type Movement } from './movement.ts';

const ENDED: ReadonlySet<string> = new Set(['DISCHARGED', 'CLOSED_MANUALLY', 'CANCELLED']);
const ENDING: ReadonlySet<string> = new Set(['AT03', 'AT09']);

/** Whether a movement is over: nobody tracks it any more. */
export const hasEnded = ({ state }: Pick<Movement, 'state'>): boolean => ENDED.has(state);

/**
 * When a movement ended, as the message says that ended it, ms since the epoch; null while it goes on. One that was entered from
 * an answer to a query has no such message: it was over from the start.
 */
export function endOf({ state, events }: Movement): number | null {
  if (!hasEnded({ state })) return null;
  const last = inOrder(events).findLast(({ messageType }) => ENDING.has(messageType));
  return last ? Date.parse(last.occurredAt) : Number.NEGATIVE_INFINITY;
}
