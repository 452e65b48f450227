import type { Labels, WireMockDriver } from './wiremock-driver.ts';

/** Label of all stubs of one set of doubles; no two sets have the same. */
export const DOUBLES_LABEL = 'corridor.doubles';

/**
 * Takes away what runs left on a WireMock that is not theirs, when they were killed before they could do it.
 * @param isAbandoned tells by the labels of a stub whether nobody uses it any more
 */
export async function removeAbandoned(
  driver: WireMockDriver,
  isAbandoned: (labels: Labels) => boolean,
): Promise<void> {
  for (const labels of await driver.labels()) {
    const doubles = labels[DOUBLES_LABEL];
    if (doubles !== undefined && isAbandoned(labels)) await driver.removeLabelled(DOUBLES_LABEL, doubles);
  }
}
