/** A tracking platform that runs in the process of the stack. */
export interface HostedPlatform {
  readonly platform: string;
  /** Country that runs it. */
  readonly country: string;
}

/** The platforms hosted here. @source assumption: Togo and Burkina Faso have one each (tracking notes, section 1) */
export const hostedPlatforms: readonly HostedPlatform[] = [
  { platform: 'TRK-TG', country: 'TG' },
  { platform: 'TRK-BF', country: 'BF' },
];

/** Whether a platform runs here. */
export const isHosted = (platform: string): boolean =>
  hostedPlatforms.some((hosted) => hosted.platform === platform);

/** The country that runs a platform hosted here; undefined for one that is not. */
export const countryOfPlatform = (platform: string): string | undefined =>
  hostedPlatforms.find((hosted) => hosted.platform === platform)?.country;
