import { advanceClock } from '../support/stack-clock.ts';
import type { HubModel } from './model/hub-model.ts';
import type { Scene } from './scene.ts';
import { SECOND_MS } from './units.ts';

/** Longest that a country stays away or a delivery is tried again, seconds: all pauses are over then. */
const RETRIED_AFTER_S = 900;
const CLOCK_MARGIN_MS = 90_000;

/** Time, and the point at which all that had to be delivered has been: on the stack, and in the book that the profile wants. */
export class Barrier {
  readonly #scene: Scene;
  readonly #model: HubModel;
  /** Deliveries fail here and there: pauses between attempts have to pass. */
  troubled = false;

  constructor(scene: Scene, model: HubModel) {
    this.#scene = scene;
    this.#model = model;
  }

  get canMoveClock(): boolean {
    return this.#scene.environment.capabilities.testClock;
  }

  /** Lets time pass on the test clock; never so that something falls due within what two clocks may differ. */
  async pass(seconds: number): Promise<void> {
    const { clock } = this.#scene.environment;
    let wanted = seconds;
    while (this.#model.due.isDoubtful(clock.now() + wanted * SECOND_MS, CLOCK_MARGIN_MS)) wanted += 240;
    await advanceClock(this.#scene, wanted);
    this.#model.advance(clock.now());
  }

  /** Whoever was away is back and pauses between attempts are over: only then can absence be judged. */
  async settle(): Promise<void> {
    if (this.troubled) {
      for (const country of this.#scene.away) await this.comeBack(country);
      for (const seat of this.#scene.environment.seats.values()) seat.behave();
      this.troubled = false;
      if (this.canMoveClock) await this.pass(RETRIED_AFTER_S);
    }
    const { clock } = this.#scene.environment;
    if (this.canMoveClock && this.#model.due.isBehind(clock.now())) await this.pass(1);
    await this.#scene.settle();
  }

  /** @returns whether the country was away */
  async comeBack(country: string): Promise<boolean> {
    if (!this.#scene.away.delete(country)) return false;
    await this.#scene.seat(country).comeBack();
    return true;
  }
}
