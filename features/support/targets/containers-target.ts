import { randomBytes } from 'node:crypto';
import { rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createRandom } from '../../../fixtures/random.ts';
import { type Address, openLink } from '../../../simulators/links/index.ts';
import { ContainerHouse } from '../containers/container-house.ts';
import { freePorts } from '../containers/free-ports.ts';
import type { ImageList } from '../containers/image-list.ts';
import type { PartContainer } from '../containers/part-container.ts';
import type { PartPlan } from '../containers/part-plan.ts';
import {
  DEVICE_PORTS,
  mosquitto,
  postgres,
  ROLE,
  stack,
  toxiproxy,
  wiremock,
} from '../containers/part-plans.ts';
import { PARTS, type PartName } from '../containers/parts.ts';
import { HarnessError, NotApplicableError } from '../errors.ts';
import { atAddress, databaseNamed } from './reference-target.ts';
import type { PartAddress, StackNeeds, StackUnderTest, Target } from './target.ts';

/** Which images a campaign on containers uses, and who hears of its progress. */
export interface ContainersChoice {
  readonly images: ImageList;
  /** Digest of what the image of a part must have been made of, where that matters. */
  readonly contexts: Partial<Record<PartName, string>>;
  /** One sentence for each container that is ready. */
  readonly tell: (text: string) => void;
}

export interface ContainersTargetOptions extends ContainersChoice {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly deviation?: string | undefined;
  readonly runId: string;
  /** Folder of the campaign: the logs go below it. */
  readonly runDir: string;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** What stands beside the stacks. */
type Beside = Readonly<Record<Exclude<PartName, 'stack'>, PartContainer>>;

/** The reference stack and all parts that production has, each in a container, on a network of this campaign alone. */
export async function startContainersTarget(options: ContainersTargetOptions): Promise<Target> {
  const { images, contexts, runDir, signal } = options;
  const logs = join(runDir, 'containers');
  const password = randomBytes(16).toString('hex');
  await using started = new AsyncDisposableStack();
  started.defer(() => removeLogs(logs));
  const house = await ContainerHouse.open({ ...options, images, logs, secrets: [password] });
  started.use(house);
  await house.insistOnImages(PARTS, contexts);
  const beside = await startBeside(house, password, options);
  const stacks = new Stacks(house, beside, password, options);
  const main = await stacks.start('stack');
  if (signal.aborted) throw interrupted();
  options.tell(`${PARTS.length} conteneurs sont prêts`);
  started.move();
  return {
    main,
    fresh: (needs) => stacks.fresh(needs),
    parts: addressesOf(house, beside),
    [Symbol.asyncDispose]: () => house[Symbol.asyncDispose](),
  };
}

async function startBeside(
  house: ContainerHouse,
  password: string,
  options: ContainersTargetOptions,
): Promise<Beside> {
  const start = (plan: PartPlan) => startTold(house, plan, options);
  const plans = [postgres(password), wiremock, toxiproxy, mosquitto];
  const starting = plans.map(start);
  try {
    const [database, doubles, links, broker] = await Promise.all(starting);
    return { postgres: database, wiremock: doubles, toxiproxy: links, mosquitto: broker } as Beside;
  } catch (error) {
    if (options.signal.aborted) throw interrupted();
    throw error;
  }
}

async function startTold(
  house: ContainerHouse,
  plan: PartPlan,
  { now, tell }: ContainersTargetOptions,
): Promise<PartContainer> {
  const startedAt = now();
  const one = await house.start(plan);
  tell(`conteneur ${plan.name} prêt en ${((now() - startedAt) / 1000).toFixed(1)} s (${one.place.image})`);
  return one;
}

/** Starts stacks on databases of their own, on the one server. */
class Stacks {
  readonly #house: ContainerHouse;
  readonly #database: PartContainer;
  readonly #server: string;
  readonly #options: ContainersTargetOptions;
  #count = 0;

  constructor(house: ContainerHouse, beside: Beside, password: string, options: ContainersTargetOptions) {
    this.#house = house;
    this.#options = options;
    this.#database = beside.postgres;
    const { host, port } = house.addressOf(beside.postgres).inside;
    this.#server = `postgres://${ROLE}:${password}@${host}:${port}/corridor`;
  }

  /** A stack with nobody else on it. */
  async fresh(needs: StackNeeds = {}): Promise<StackUnderTest> {
    this.#count += 1;
    const name = `stack-${this.#count}`;
    if (needs.smallDisk) throw noSmallDisk();
    return needs.databaseLink ? this.#behindLink(name, needs) : this.start(name, needs);
  }

  /** @param at where the stack finds its server, when something stands between */
  async start(name: string, { services }: StackNeeds = {}, at?: Address): Promise<StackUnderTest> {
    const { deviation, env, runId, signal } = this.#options;
    const { published } = this.#house;
    const [trackingPort] = published ? await freePorts(DEVICE_PORTS) : [];
    const database = databaseNamed(this.#server, `${runId}_${name}`);
    const plan = stack({
      name,
      database: at ? atAddress(database, at) : database,
      deviation,
      logLevel: env['CORRIDOR_LOG_LEVEL'],
      publicHost: published ? '127.0.0.1' : undefined,
      trackingPort,
      services,
    });
    const starting = name === 'stack' ? startTold(this.#house, plan, this.#options) : this.#house.start(plan);
    const one = await starting.catch((error) => {
      throw signal.aborted ? interrupted() : error;
    });
    return this.#underTest(one, database);
  }

  /** A stack that reaches its database over a link of ours, which listens where containers reach us. */
  async #behindLink(name: string, needs: StackNeeds): Promise<StackUnderTest> {
    const { listen, host } = this.#house.seats;
    await using started = new AsyncDisposableStack();
    const link = started.use(
      await openLink({
        name: 'hub-database',
        to: this.#house.addressOf(this.#database).here,
        listen: { host: listen, port: 0 },
        kind: 'stream',
        clock: { now: this.#options.now },
        random: createRandom(name),
      }),
    );
    const stack = started.use(await this.start(name, needs, { host, port: link.address.port }));
    const owned = started.move();
    return { ...stack, databaseLink: link, [Symbol.asyncDispose]: () => owned.disposeAsync() };
  }

  #underTest(one: PartContainer, database: string): StackUnderTest {
    const { here } = this.#house.addressOf(one);
    const { listen, host } = this.#house.seats;
    const kill = () => one.kill();
    const start = () => one.startAgain();
    return {
      description: {
        name: 'containers',
        environment: 'test',
        hub: `http://${here.host}:${here.port}`,
        seatsUnderTest: ['hub'],
        host,
        listen,
      },
      exited: Promise.race([one.exited, this.#house.engineEnded]),
      database: atAddress(database, this.#house.addressOf(this.#database).here),
      kill,
      start,
      restart: async () => {
        await kill();
        await start();
      },
      [Symbol.asyncDispose]: () => this.#house.remove(one),
    };
  }
}

const addressesOf = (house: ContainerHouse, beside: Beside): Readonly<Record<string, PartAddress>> =>
  Object.fromEntries(Object.entries(beside).map(([part, one]) => [part, house.addressOf(one)]));

/** Of a campaign that never began nothing is kept: what a container said last is in the sentence that says why. */
async function removeLogs(logs: string): Promise<void> {
  await rm(logs, { recursive: true, force: true });
  await rmdir(dirname(logs)).catch(() => undefined); // others write there too
}

const interrupted = (): HarnessError =>
  new HarnessError(
    'INTERRUPTED',
    'La campagne a été interrompue avant son premier scénario.',
    'Relancez la campagne.',
  );

const noSmallDisk = (): NotApplicableError =>
  new NotApplicableError(
    'La cible « containers » ne donne pas de petit disque à une base.',
    'Jouez ce scénario sur la cible de référence.',
  );
