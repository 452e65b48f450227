import {
  type Address,
  atAddress,
  byToxiproxy,
  type StreamEngineFactory,
  ToxiproxyApi,
} from '../../../simulators/links/index.ts';
import { HarnessError, NotApplicableError } from '../errors.ts';
import type { LinkEngineName } from '../links/link-engine-names.ts';
import { behindDatabaseLink } from '../targets/database-link.ts';
import { databaseNamed, waitingFor } from '../targets/reference-target.ts';
import type { StackNeeds, StackUnderTest } from '../targets/target.ts';
import type { ContainerHouse } from './container-house.ts';
import { freePorts } from './free-ports.ts';
import type { ImageList } from './image-list.ts';
import type { PartContainer } from './part-container.ts';
import type { PartPlan } from './part-plan.ts';
import { DEVICE_PORTS, ROLE, stack } from './part-plans.ts';
import type { PartName, StartedPart } from './parts.ts';
import { Power } from './power.ts';

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
  /** What carries the links; default the Toxiproxy of this campaign. */
  readonly links?: LinkEngineName | undefined;
}

/** What stands beside the stacks. */
export type Beside = Readonly<Record<Exclude<StartedPart, 'stack'>, PartContainer>>;

/** Starts a container, and tells when it is ready. */
export async function startTold(
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
export class Stacks {
  /** What carries the links around them: the Toxiproxy beside, where it is wanted and we reach it. */
  readonly linksBy: StreamEngineFactory | undefined;
  readonly #house: ContainerHouse;
  readonly #database: PartContainer;
  readonly #doubles: PartContainer;
  readonly #server: string;
  readonly #options: ContainersTargetOptions;
  #count = 0;

  constructor(house: ContainerHouse, beside: Beside, password: string, options: ContainersTargetOptions) {
    this.#house = house;
    this.#options = options;
    this.#database = beside.postgres;
    this.#doubles = beside.wiremock;
    if (options.links !== 'embedded' && !house.published)
      this.linksBy = throughToxiproxy(house, beside.toxiproxy);
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
  async start(
    name: string,
    { services, databaseAnswerMs }: StackNeeds = {},
    at?: Address,
  ): Promise<StackUnderTest> {
    const { deviation, env, runId, signal } = this.#options;
    const { published } = this.#house;
    const [trackingPort] = published ? await freePorts(DEVICE_PORTS) : [];
    const database = waitingFor(databaseNamed(this.#server, `${runId}_${name}`), databaseAnswerMs);
    const plan = stack({
      name,
      database: at ? atAddress(database, at) : database,
      deviation,
      logLevel: env['CORRIDOR_LOG_LEVEL'],
      publicHost: published ? '127.0.0.1' : undefined,
      trackingPort,
      services: services && this.#insideOf(services),
    });
    const starting = name === 'stack' ? startTold(this.#house, plan, this.#options) : this.#house.start(plan);
    const one = await starting.catch((error) => {
      throw signal.aborted ? interrupted() : error;
    });
    return this.#underTest(one, database);
  }

  /** Addresses of services as containers reach them, where they are on the WireMock of this campaign. */
  #insideOf(services: Readonly<Record<string, string>>): Record<string, string> {
    const { here, inside } = this.#house.addressOf(this.#doubles);
    const [from, to] = [here, inside].map(({ host, port }) => `http://${host}:${port}/`) as [string, string];
    return Object.fromEntries(
      Object.entries(services).map(([name, url]) => [
        name,
        url.startsWith(from) ? to + url.slice(from.length) : url,
      ]),
    );
  }

  /** A stack that reaches its database over a link; one of ours listens where containers reach us. */
  #behindLink(name: string, needs: StackNeeds): Promise<StackUnderTest> {
    const by = this.linksBy;
    const { listen, host } = this.#house.seats;
    const { inside, here } = this.#house.addressOf(this.#database);
    const clock = { now: this.#options.now };
    const ends = { name, to: by ? inside : here, listen: { host: listen, port: 0 }, clock, by };
    return behindDatabaseLink(ends, (at) => this.start(name, needs, by ? at : { host, port: at.port }));
  }

  #underTest(one: PartContainer, database: string): StackUnderTest {
    const { here } = this.#house.addressOf(one);
    const { listen, host } = this.#house.seats;
    const power = new Power(this.#house, one);
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
      kill: () => power.kill(),
      start: () => power.start(),
      restart: () => power.restart(),
      [Symbol.asyncDispose]: () => power[Symbol.asyncDispose](),
    };
  }
}

function throughToxiproxy(house: ContainerHouse, toxiproxy: PartContainer): StreamEngineFactory {
  const { host, port } = house.addressOf(toxiproxy).inside;
  return byToxiproxy(new ToxiproxyApi(`http://${host}:${port}`), { host, reaches: house.seats });
}

const noSmallDisk = (): NotApplicableError =>
  new NotApplicableError(
    'La cible « containers » ne donne pas de petit disque à une base.',
    'Jouez ce scénario sur la cible de référence.',
  );

export const interrupted = (): HarnessError =>
  new HarnessError(
    'INTERRUPTED',
    'La campagne a été interrompue avant son premier scénario.',
    'Relancez la campagne.',
  );
