import { AddressedContainer, waitFor } from './addressed-container.ts';
import { ContainerLog } from './container-log.ts';
import type { Docker, Engine } from './engine.ts';
import { diedAtOnce, engineGone, neverReady, notStarted } from './faults.ts';
import type { PartPlan } from './part-plan.ts';

const READY_WITHIN_MS = 60_000;

/** Where and with what a container is started. */
export interface Place {
  readonly engine: Engine;
  readonly image: string;
  /** Whether an image that the engine lacks is fetched from its registry. */
  readonly pull: boolean;
  readonly network: string;
  readonly address: string;
  readonly labels: Record<string, string>;
  /** Name that no other container of this engine has. */
  readonly containerName: string;
  /** Ports of this machine, by port of the container. */
  readonly published: Readonly<Record<string, number>>;
  readonly logFile: string;
  readonly secrets: readonly string[];
  /** Ends the wait of whoever gives up. */
  readonly signal: AbortSignal;
}

type Container = ReturnType<Docker['getContainer']>;

/** A container of a campaign: started when it is ready, killed and started again on the same data and address. */
export class PartContainer {
  readonly plan: PartPlan;
  readonly place: Place;
  readonly log: ContainerLog;
  /** Resolves when it ends, with the reason when nobody asked it to. */
  readonly exited: Promise<string | undefined>;
  readonly #ended = Promise.withResolvers<string | undefined>();
  #container: Container | undefined;
  #asked = false;

  private constructor(plan: PartPlan, place: Place) {
    this.plan = plan;
    this.place = place;
    this.log = new ContainerLog(place.logFile, place.secrets);
    this.exited = this.#ended.promise;
  }

  /** @throws HarnessError with what was seen, and the container's last words when it died */
  static async start(plan: PartPlan, place: Place): Promise<PartContainer> {
    const one = new PartContainer(plan, place);
    const { engine, image, network, address, labels, containerName, published } = place;
    const ready = one.#said();
    const container = new AddressedContainer(image)
      .withAddress(network, address, plan.name)
      .withName(containerName)
      .withLabels(labels)
      .withEnvironment({ ...plan.environment })
      .withPublished(published)
      .withAutoCleanup(false) // no reaper: labels tell to whom it belongs
      .withPullPolicy({ shouldPull: () => (place.pull ? false : 'never') })
      .withLogConsumer((said) => one.log.follow(said))
      .withWaitStrategy(waitFor((id) => one.#untilReady(engine.container.getById(id), ready)));
    if (plan.command) container.withCommand(plan.command(address));
    try {
      await container.start();
      return one;
    } catch (error) {
      await one.log.close();
      throw notStarted(plan.name, image, error);
    }
  }

  /** Id of the container, as the engine knows it. */
  get id(): string {
    return this.#container?.id ?? '';
  }

  /** As a power cut would: nothing of it is told to the process. */
  async kill(): Promise<void> {
    this.#asked = true;
    const ended = this.#container?.wait({ condition: 'not-running' });
    await this.#container?.kill({ signal: 'SIGKILL' });
    await ended;
  }

  /** Starts it again after a kill, on the same data and address, and waits until it is ready. */
  async startAgain(): Promise<void> {
    const container = this.#container;
    if (!container) return;
    const ready = this.#said();
    this.log.follow(await this.place.engine.container.attach(container));
    try {
      await container.start();
      await this.#untilReady(container, ready);
    } catch (error) {
      throw notStarted(this.plan.name, this.place.image, error);
    }
    this.#asked = false;
  }

  /** Removes it, with what only it had. */
  async remove(): Promise<void> {
    this.#asked = true;
    // What stays for now goes with all the rest when the campaign ends, which tells when it cannot.
    await this.#container?.remove({ force: true, v: true }).catch(() => undefined);
    await this.log.close();
    this.#ended.resolve(undefined);
  }

  #said(): Promise<void> {
    return this.log.next(this.plan.ready);
  }

  /** It is ready, or it ends, or it takes too long, or nobody waits any more: whichever comes first. */
  async #untilReady(container: Container, ready: Promise<void>): Promise<void> {
    this.#container = container;
    const { plan, place } = this;
    const ended = container.wait() as Promise<{ StatusCode: number }>;
    const died = ended.then(
      async ({ StatusCode }) => {
        throw diedAtOnce(plan.name, place.image, StatusCode, await this.log.lastWords());
      },
      (error) => Promise.reject(engineGone(error)),
    );
    const { promise: late, reject } = Promise.withResolvers<never>();
    const limit = AbortSignal.any([AbortSignal.timeout(READY_WITHIN_MS), place.signal]);
    const giveUp = (): void => reject(neverReady(plan.name, READY_WITHIN_MS / 1000, this.log.lastLine));
    limit.addEventListener('abort', giveUp, { once: true });
    try {
      await Promise.race([ready, died, late]);
    } finally {
      limit.removeEventListener('abort', giveUp);
      died.catch(() => undefined); // from now on its end is told by `exited`
    }
    this.#watch(ended);
  }

  #watch(ended: Promise<{ StatusCode: number }>): void {
    const { name } = this.plan;
    const tell = (how: string): void => {
      if (!this.#asked) this.#ended.resolve(`Le conteneur « ${name} » s'est arrêté (${how}).`);
    };
    ended.then(({ StatusCode }) => tell(`code ${StatusCode}`)).catch(() => undefined); // the house tells of the engine
  }
}
