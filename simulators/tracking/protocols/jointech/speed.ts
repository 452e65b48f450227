import { round } from '../round.ts';

/** As the maker counts it: 0x12 is told as 18 x 1.85 = 33.3 km/h. @source JT701D Protocol Manual V1.4 (tracking notes, clause 2) */
const KMH_PER_KNOT = 1.85;

/** km/h of the speed byte, 1 decimal: all 256 values stay distinct. @source JT701D Protocol Manual V1.4 (tracking notes, clause 2) */
export const kmhOfByte = (knots: number): number => round(knots * KMH_PER_KNOT, 1);

/** Speed byte of km/h, not rounded. @source JT701D Protocol Manual V1.4 (tracking notes, clause 2) */
export const byteOfKmh = (kmh: number): number => kmh / KMH_PER_KNOT;
