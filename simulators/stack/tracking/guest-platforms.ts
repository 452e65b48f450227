import { isHosted } from './hosted-platforms.ts';

/**
 * The tracking platforms of the countries that take part and that do not run here: they sit at the table by themselves.
 * @param countries ISO 3166-1 alpha-2
 */
export const guestPlatforms = (countries: readonly string[]): string[] =>
  countries.map((country) => `TRK-${country}`).filter((platform) => !isHosted(platform));
