import { ask } from './ask.ts';

const ANSWER_WITHIN_MS = 5_000;

/** Whether a stack says that it is ready. Asked beside the evidence: it is about the environment, not the scenario. */
export const isReady = async (hub: string, withinMs = ANSWER_WITHIN_MS): Promise<boolean> =>
  (await ask(`${hub}/v0/health`, { withinMs })).body !== undefined;

/** Whether a stack says what it is able to do: for that it needs no database. */
export const isAbleToSpeak = async (hub: string, withinMs = ANSWER_WITHIN_MS): Promise<boolean> =>
  (await ask(`${hub}/v0/capabilities`, { withinMs })).body !== undefined;

/** Whether a stack still answers at all: one that says that it is not ready, as without its database, lives nevertheless. */
export async function isAlive(hub: string, withinMs = ANSWER_WITHIN_MS): Promise<boolean> {
  const health = await ask(`${hub}/v0/health`, { withinMs });
  if (health.body !== undefined) return true;
  return health.fault.kind === 'status' && isAbleToSpeak(hub, withinMs);
}
