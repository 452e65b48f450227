import { isGone, type Owner, ownerOf, ownerShape } from './owner.ts';

/** Label that everything of a campaign carries: its run. */
export const RUN_LABEL = 'corridor.run';
/** Label that says to whom it belongs. */
export const OWNER_LABEL = 'corridor.owner';

/** What everything that a campaign makes in the engine is labelled with. */
export const labelsOfRun = (runId: string, owner: Owner): Record<string, string> => ({
  [RUN_LABEL]: runId,
  [OWNER_LABEL]: JSON.stringify(owner),
});

/**
 * Whether a campaign made this. Labels go on into the image that somebody makes of a container (`docker commit`), and from there
 * into containers that are not ours; the name of a container does not.
 * @param names as the engine gives them: those of containers begin with `/`
 */
export function isOfRun(
  labels: Readonly<Record<string, string>> | undefined,
  names: readonly string[],
): boolean {
  const ours = `corridor-${labels?.[RUN_LABEL]}`;
  return names.some((name) => name === ours || name.startsWith(`${ours}-`) || name.startsWith(`/${ours}-`));
}

/** The owner that labels name; undefined for what is not ours. */
export function ownerIn(labels: Readonly<Record<string, string>> | undefined): Owner | undefined {
  try {
    return ownerShape.parse(JSON.parse(labels?.[OWNER_LABEL] ?? ''));
  } catch {
    return undefined;
  }
}

/** Whether labels name an owner that is surely gone. */
export function isAbandoned(labels: Readonly<Record<string, string>>): boolean {
  const owner = ownerIn(labels);
  return owner !== undefined && isGone(owner, ownerOf(process.pid));
}
