const ANSWER_WITHIN_MS = 5_000;

/** Whether a stack still answers at all. Asked beside the evidence: it is about the environment, not the scenario. */
export const isAlive = (hub: string): Promise<boolean> =>
  fetch(`${hub}/v0/health`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.ok;
    },
    () => false,
  );
