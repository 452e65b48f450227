import { z } from 'zod';
import { StackError } from '../../errors.ts';
import { type ListenerLimits, listenerLimits } from './limits.ts';

const limit = z.int().min(1);
const given = z.strictObject({
  loginWithinMs: limit,
  frameWithinMs: limit,
  strangersPerAddress: limit,
  connectionsPerDevice: limit,
  connections: limit,
  faults: limit,
  strangerFrames: limit,
  waitingFrames: limit,
  waitingReports: limit,
  unreadBytes: limit,
  waitingDatagrams: limit,
} satisfies Record<keyof ListenerLimits, z.ZodType>);

/**
 * The limits of the listeners, with those of a JSON object put over them.
 * @throws StackError for anything else
 */
export function readListenerLimits(text: string | undefined): ListenerLimits {
  if (text === undefined) return listenerLimits;
  const parsed = given.partial().safeParse(jsonOf(text));
  if (parsed.success) {
    const put = Object.entries(parsed.data).filter(([, value]) => value !== undefined);
    return { ...listenerLimits, ...Object.fromEntries(put) };
  }
  throw new StackError(
    'TRACKING_LIMITS_NOT_VALID',
    `Failed to read --tracking-limits: found ${JSON.stringify(text.slice(0, 80))}.`,
    `Expected whole numbers by name, e.g. {"loginWithinMs":5000}; known: ${Object.keys(listenerLimits).join(', ')}.`,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // told above
  }
}
