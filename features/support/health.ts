import { ask } from './ask.ts';

const ANSWER_WITHIN_MS = 5_000;

/** Whether a stack still answers at all. Asked beside the evidence: it is about the environment, not the scenario. */
export const isAlive = async (hub: string, withinMs = ANSWER_WITHIN_MS): Promise<boolean> =>
  (await ask(`${hub}/v0/health`, { withinMs })).body !== undefined;
