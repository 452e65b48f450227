import { parseSealNumber, type SealNumber } from '../../profile/identifiers/seal-number.ts';

/** The number of a seal that no movement has been given: traffic gives last digits from 0 up, these go from 9 down. */
export const freshSealNumber = (like: string, nth = 0): SealNumber =>
  parseSealNumber(`${like.slice(0, -1)}${9 - nth}`);
