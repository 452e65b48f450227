import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { labelsOfRun, RUN_LABEL } from '../ownership/labels.ts';
import { ownerOf } from '../ownership/owner.ts';
import type { PartAddress } from '../targets/target.ts';
import { type Docker, type Engine, openEngine } from './engine.ts';
import { imageMissing, imageStale, notStarted } from './faults.ts';
import { freePorts } from './free-ports.ts';
import { type ImageList, imageOf } from './image-list.ts';
import { PartContainer } from './part-container.ts';
import type { PartPlan } from './part-plan.ts';
import type { PartName } from './parts.ts';
import { isPublished, type SeatPlace, seatPlaceOf } from './reach.ts';
import { makeNetwork, type RunNetwork } from './run-network.ts';
import { removeAbandoned, removeRun } from './sweep.ts';

export interface HouseOptions {
  readonly images: ImageList;
  readonly runId: string;
  /** Folder for the logs of the containers. */
  readonly logs: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Words that no log may hold. */
  readonly secrets: readonly string[];
  readonly signal: AbortSignal;
  /** Progress, one sentence at a time. */
  readonly tell: (text: string) => void;
}

/** The containers of one campaign, on a network of their own. Disposing it removes all of them, and the network. */
export class ContainerHouse implements AsyncDisposable {
  readonly network: RunNetwork;
  /** Whether this machine reaches containers by ports of its own. */
  readonly published: boolean;
  /** Where the simulated seats listen, so that containers reach them and others do not. */
  readonly seats: SeatPlace;
  /** Resolves with a sentence when the engine goes away; waiting for a container would then last for ever. */
  readonly engineEnded: Promise<string>;
  readonly #options: HouseOptions;
  readonly #engine: Engine;
  readonly #labels: Record<string, string>;
  readonly #removed = new WeakSet<PartContainer>();
  readonly #starting = new Set<Promise<unknown>>();
  readonly #closing = new AbortController();

  private constructor(options: HouseOptions, engine: Engine, network: RunNetwork, published: boolean) {
    this.#options = options;
    this.#engine = engine;
    this.network = network;
    this.published = published;
    this.seats = seatPlaceOf(engine, network.gateway);
    this.#labels = labelsOfRun(options.runId, ownerOf(process.pid));
    this.engineEnded = this.#watchEngine();
  }

  /** Makes the network, after what campaigns that were killed have left is taken away. */
  static async open(options: HouseOptions): Promise<ContainerHouse> {
    const { env, runId, tell, images, logs } = options;
    const engine = await openEngine(env);
    const docker = dockerOf(engine);
    const here = ownerOf(process.pid);
    const { containers, networks } = await removeAbandoned(docker, here);
    if (containers + networks > 0)
      tell(`restes de campagnes interrompues, retirés ; conteneurs : ${containers}, réseaux : ${networks}`);
    const network = await makeNetwork(docker, `corridor-${runId}`, labelsOfRun(runId, here));
    await mkdir(logs, { recursive: true });
    return new ContainerHouse(options, engine, network, isPublished(images.reach, engine, env));
  }

  /**
   * Tells before anything starts which image is missing, or was made of other sources.
   * @param contexts digest of what an image of ours must have been made of, by part; absent: any will do
   */
  async insistOnImages(
    parts: readonly PartName[],
    contexts: Partial<Record<PartName, string>>,
  ): Promise<void> {
    const { images } = this.#options;
    for (const part of parts) {
      const image = imageOf(images, part);
      const seen = await dockerOf(this.#engine)
        .getImage(image)
        .inspect()
        .catch((error: { statusCode?: number }) =>
          error.statusCode === 404 ? undefined : Promise.reject(error),
        );
      if (seen === undefined && images.prefix === '') throw imageMissing(part, image);
      const context = seen?.Config.Labels?.['corridor.context'];
      if (contexts[part] !== undefined && context !== undefined && context !== contexts[part])
        throw imageStale(image);
    }
  }

  /**
   * Starts a container and waits until it is ready.
   * @param at its address; default: one that is free
   */
  start(plan: PartPlan, at?: string): Promise<PartContainer> {
    const starting = this.#start(plan, at);
    this.#starting.add(starting);
    const over = (): void => void this.#starting.delete(starting);
    starting.then(over, over);
    return starting;
  }

  addressOf({ plan, place }: PartContainer): PartAddress {
    const inside = { host: place.address, port: plan.port };
    const outside = place.published[`${plan.port}/tcp`];
    return { inside, here: this.published && outside ? { host: '127.0.0.1', port: outside } : inside };
  }

  /** Removes a container, and lets another have its address. */
  async remove(one: PartContainer): Promise<void> {
    if (this.#removed.has(one)) return; // the address may be another's by now
    this.#removed.add(one);
    await one.remove();
    this.network.addresses.giveBack(one.place.address);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#starting);
    const { tell, runId } = this.#options;
    const left = await removeRun(dockerOf(this.#engine), runId).then(
      (swept) => swept.left,
      () => -1, // the engine is gone
    );
    if (left !== 0) tell('des conteneurs sont restés : la campagne suivante les retire');
  }

  /** The stream of the engine's events ends when the engine does. */
  async #watchEngine(): Promise<string> {
    const filters = { label: [`${RUN_LABEL}=${this.#options.runId}`] };
    const abortSignal = this.#closing.signal;
    const events = await dockerOf(this.#engine)
      .getEvents({ filters, abortSignal })
      .catch(() => undefined);
    await new Promise<void>((ended) => {
      if (!events) return ended();
      events.resume();
      for (const end of ['end', 'close', 'error', 'aborted']) events.on(end, () => ended());
    });
    return 'Le moteur de conteneurs ne répond plus.';
  }

  async #start(plan: PartPlan, at?: string): Promise<PartContainer> {
    const { images, logs, secrets, runId, signal } = this.#options;
    const image = imageOf(images, plan.part);
    const address = at ?? this.network.addresses.take();
    try {
      return await PartContainer.start(plan, {
        engine: this.#engine,
        image,
        pull: images.prefix !== '',
        network: this.network.name,
        address,
        labels: { ...this.#labels, 'corridor.part': plan.part },
        containerName: `corridor-${runId}-${plan.name}`,
        published: await this.#portsOf(plan),
        logFile: join(logs, `${plan.name}.log`),
        secrets,
        signal: AbortSignal.any([signal, this.#closing.signal]),
      });
    } catch (error) {
      if (at === undefined) this.network.addresses.giveBack(address);
      throw notStarted(plan.name, image, error);
    }
  }

  /** Ports of this machine for a container: those that people asked for, and all where there is no other way in. */
  async #portsOf({ part, name, port, devicePorts = [] }: PartPlan): Promise<Record<string, number>> {
    const asked = name === part ? this.#options.images.parts[part].publish : undefined;
    const inside = `${port}/tcp`;
    if (!this.published) return asked === undefined ? {} : { [inside]: asked };
    const [free = 0] = asked === undefined ? await freePorts(1) : [asked];
    const devices = devicePorts.map((spoken) => [spoken, Number.parseInt(spoken, 10)] as const);
    return { [inside]: free, ...Object.fromEntries(devices) };
  }
}

const dockerOf = ({ container }: Engine): Docker => container.dockerode;
