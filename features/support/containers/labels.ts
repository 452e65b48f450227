import type { Owner } from './owner.ts';

/** Label that everything of a campaign carries: its run. */
export const RUN_LABEL = 'corridor.run';
/** Label that says to whom it belongs. */
export const OWNER_LABEL = 'corridor.owner';

/** What everything that a campaign makes in the engine is labelled with. */
export const labelsOfRun = (runId: string, owner: Owner): Record<string, string> => ({
  [RUN_LABEL]: runId,
  [OWNER_LABEL]: JSON.stringify(owner),
});

/** The owner that labels name; undefined for what is not ours. */
export function ownerIn(labels: Readonly<Record<string, string>> | undefined): Owner | undefined {
  try {
    return JSON.parse(labels?.[OWNER_LABEL] ?? '') as Owner;
  } catch {
    return undefined;
  }
}
