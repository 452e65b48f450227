const DAY_MS = 86_400_000;

/**
 * Real time in which one ms of a load plan is played, ms.
 * @source assumption: a plan is played evenly, its nights as fast as its days
 */
export const msOfRunPerMs = (plan: { readonly playedSeconds: number; readonly days: number }): number =>
  (plan.playedSeconds * 1_000) / (plan.days * DAY_MS);
