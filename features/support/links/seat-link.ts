import {
  type Address,
  addressOf,
  atAddress,
  faultNamed,
  inTurn,
  type Link,
  type LinkFault,
  openLink,
  type RunningFault,
} from '../../../simulators/links/index.ts';
import { NotApplicableError } from '../errors.ts';
import type { CorridorWorld } from '../world.ts';
import { observedOn } from './link-evidence.ts';
import type { LinkWay } from './seat-words.ts';

/** A fault of one way of a link, or of both. */
export interface FaultAtWork {
  readonly fault: LinkFault;
  readonly way: LinkWay;
  /** Nothing gets through while it lasts. */
  readonly blocks: boolean;
  end(): Promise<void>;
}

/** The two ways between a simulated seat and the hub, each a link of its own. Disposed: they reach each other straight again. */
export class SeatLink implements AsyncDisposable {
  readonly toSeat: Link;
  readonly toHub: Link;
  readonly #atWork = new Set<FaultAtWork>();
  readonly #leave: () => Promise<void>;

  private constructor(toSeat: Link, toHub: Link, leave: () => Promise<void>) {
    this.toSeat = toSeat;
    this.toHub = toHub;
    this.#leave = leave;
  }

  /** Puts links between a seat of this scenario and the hub, and tells the hub the new address of the seat. */
  static async open(world: CorridorWorld, country: string): Promise<SeatLink> {
    const seat = world.seat(country);
    if (new URL(world.hub).protocol === 'https:') throw encrypted(world.hub);
    await using opened = new AsyncDisposableStack();
    const toSeat = opened.use(
      await recordedLink(world, { from: 'hub', to: country, at: addressOf(seat.baseUrl) }),
    );
    const toHub = opened.use(
      await recordedLink(world, { from: country, to: 'hub', at: addressOf(world.hub) }),
    );
    await seat.goThrough({
      seat: atAddress(seat.baseUrl, toSeat.address),
      hub: atAddress(world.hub, toHub.address),
    });
    const owned = opened.move();
    const leave = [() => seat.goThrough(undefined), () => owned.disposeAsync()];
    return new SeatLink(toSeat, toHub, () => inTurn(leave));
  }

  /** Nothing gets through, one way or both. */
  get blocked(): boolean {
    return [...this.#atWork].some(({ blocks }) => blocks);
  }

  /** Something is wrong with it. */
  get faulty(): boolean {
    return this.#atWork.size > 0;
  }

  async begin(fault: LinkFault, way: LinkWay): Promise<FaultAtWork> {
    const links = way === 'both' ? [this.toSeat, this.toHub] : [this[way]];
    const running: RunningFault[] = [];
    for (const link of links) running.push(await link.begin(fault));
    const limited = 'count' in fault || 'probability' in fault;
    const atWork: FaultAtWork = {
      fault,
      way,
      blocks: !limited && faultNamed(fault.name)?.blocks === true,
      end: async () => {
        if (!this.#atWork.delete(atWork)) return;
        await inTurn(running.map(({ end }) => end));
      },
    };
    this.#atWork.add(atWork);
    return atWork;
  }

  /** Ends every fault. */
  async mend(): Promise<void> {
    await inTurn([...this.#atWork].map(({ end }) => end));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await inTurn([() => this.mend(), this.#leave]);
  }
}

/** A link that leaves what happens on it in the evidence, as traffic of this scenario. */
export function recordedLink(
  world: CorridorWorld,
  {
    from,
    to,
    at,
    kind = 'exchange',
  }: { from: string; to: string; at: Address; kind?: 'stream' | 'exchange' },
): Promise<Link> {
  const { journal, links } = world.run.settings;
  const { clock, stackName } = world.environment;
  return openLink({
    name: `${from}-${to}`,
    to: at,
    // A seat is called where it listens; the hub by seats of ours alone, and it may be on another machine.
    listen: { host: to === 'hub' ? '127.0.0.1' : at.host, port: 0 },
    kind,
    clock,
    random: world.random.fork('links'),
    by: links?.by,
    onEvent: (event) =>
      journal.record(observedOn(event, { from, to, stack: stackName }, [world.linkConversation])),
  });
}

const encrypted = (hub: string): NotApplicableError =>
  new NotApplicableError(
    `La cible ${hub} chiffre ses échanges : une liaison ne peut pas en perdre ni en altérer les messages.`,
    'Jouez ces scénarios sur une cible en « http:// ».',
  );
