import type { ContainerHouse } from './container-house.ts';
import type { PartContainer } from './part-container.ts';
import { standIn } from './part-plans.ts';

/** Kills a container as a power cut would, and starts it again on the same data and address. Disposed: it is removed. */
export class Power implements AsyncDisposable {
  readonly #house: ContainerHouse;
  readonly #one: PartContainer;
  #standIn: PartContainer | undefined;

  constructor(house: ContainerHouse, one: PartContainer) {
    this.#house = house;
    this.#one = one;
  }

  /**
   * Until it is started again whoever connects is refused at once. The address of a container that is not there is silent, and
   * those who call would wait for nobody; so something that listens nowhere has it meanwhile.
   */
  async kill(): Promise<void> {
    const { plan, place } = this.#one;
    await this.#one.kill();
    if (this.#house.published) return; // a port of this machine is refused without that
    this.#standIn = await this.#house.start(standIn(plan.name), place.address);
  }

  async start(): Promise<void> {
    await this.#leave();
    await this.#one.startAgain();
  }

  async restart(): Promise<void> {
    await this.#one.kill();
    await this.start();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#leave();
    await this.#house.remove(this.#one);
  }

  /** The address stays with the container whose it is. */
  async #leave(): Promise<void> {
    await this.#standIn?.remove();
    this.#standIn = undefined;
  }
}
