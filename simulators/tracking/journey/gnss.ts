import { moveByKm, type RoadPosition } from '../../../fixtures/corridors/road.ts';
import type { Random } from '../../../fixtures/random.ts';
import type { GnssProfile } from './journey-options.ts';

/** The lasting error is never farther than so many standard deviations. @source assumption: keeps a bound that tests can state */
const FARTHEST_SIGMAS = 5;

/**
 * The error of positions: one part that changes slowly (first-order Gauss-Markov), one from fix to fix, and rare outliers.
 * @source tracking notes, section 10.5 (Sensors 20(21) 6050; WINLAB GPS error model)
 */
export class GnssError {
  #northM = 0;
  #eastM = 0;
  #at: number;
  readonly #random: Random;
  readonly #profile: GnssProfile;

  constructor(profile: GnssProfile, random: Random, at: number) {
    this.#profile = profile;
    this.#random = random;
    this.#at = at;
    this.#northM = profile.sigmaM * this.#gauss();
    this.#eastM = profile.sigmaM * this.#gauss();
  }

  /** Puts the error of that moment on a true position. */
  apply(position: RoadPosition, at: number): void {
    const { sigmaM, tauS, whiteM, outlierShare, outlierM } = this.#profile;
    const keeps = Math.exp((this.#at - at) / (1000 * tauS));
    const draws = sigmaM * Math.sqrt(Math.max(0, 1 - keeps * keeps));
    this.#at = at;
    this.#northM = this.#northM * keeps + draws * this.#gauss();
    this.#eastM = this.#eastM * keeps + draws * this.#gauss();
    let northM = this.#northM + whiteM * this.#gauss();
    let eastM = this.#eastM + whiteM * this.#gauss();
    if (this.#random.chance(outlierShare)) {
      const metres = outlierM.low + this.#random.next() * (outlierM.high - outlierM.low);
      const angle = this.#random.next() * 2 * Math.PI;
      northM += metres * Math.cos(angle);
      eastM += metres * Math.sin(angle);
    }
    moveByKm(position, northM / 1000, eastM / 1000);
  }

  /** A standard normal draw, cut off. @source Box and Muller 1958 */
  #gauss(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.#random.next()));
    const drawn = radius * Math.cos(2 * Math.PI * this.#random.next());
    return Math.min(FARTHEST_SIGMAS, Math.max(-FARTHEST_SIGMAS, drawn));
  }
}

/** No position of such a receiver is farther off than that, metres. */
export const farthestErrorM = ({ sigmaM, whiteM, outlierM }: GnssProfile): number =>
  // Both axes; the lasting part is a sum of cut-off draws and may pass the cut, hardly ever by as much again.
  Math.SQRT2 * FARTHEST_SIGMAS * (2 * sigmaM + whiteM) + outlierM.high;
