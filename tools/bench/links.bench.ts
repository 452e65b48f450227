import path from 'node:path';
import { createRandom } from '../../fixtures/random.ts';
import { byToxiproxy, openLink, Toxiproxy } from '../../simulators/links/index.ts';
import {
  type Benchmark,
  type Comparison,
  interleave,
  type Note,
  reachesRatio,
  staysBelow,
} from './benchmark.ts';
import { Child, root } from './child.ts';
import { answersPerSecond } from './http-load.ts';
import { medianRoundTrip } from './links/round-trips.ts';

const CONNECTIONS = 32;
const ROUNDS = 7;
const SECONDS = 1.2;
const TRIPS = 3_000;
const ENOUGH_MS = 60_000;
const WARM_ANSWERS = 120_000;
const MOST_WARM_UPS = 6;
const READY_WITHIN_MS = 15_000;
const STATUS = 202;
const LEAST_RATIO = 0.7;
const MOST_ADDED_MS = 0.3;
const PEER = 'Toxiproxy, pass-through';

const BODY = JSON.stringify({ messageType: 'AT05', text: 'x'.repeat(900) });
const REQUEST = Buffer.from(
  `POST /v0/messages HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\ncontent-length: ${BODY.length}\r\n\r\n${BODY}`,
);

type Side = 'ours' | 'peer' | 'exchange' | 'direct';

interface Place {
  readonly port: number;
}

/** A process of the bench that prints `port N` when it listens. */
async function listening(servers: AsyncDisposableStack, file: string, words: string[] = []): Promise<Place> {
  const child = servers.use(Child.script(path.join(__dirname, 'links', file), words));
  return { port: Number((await child.line(/^port (\d+)$/, READY_WITHIN_MS))[1]) };
}

const rate =
  ({ port }: Place) =>
  (): Promise<number> =>
    answersPerSecond({
      port,
      connections: CONNECTIONS,
      seconds: SECONDS,
      requests: { next: () => REQUEST },
      status: STATUS,
    });

const trip =
  ({ port }: Place) =>
  (): Promise<number> =>
    medianRoundTrip(port, REQUEST, TRIPS);

/** Compilers count calls, not seconds: a link is warm after so many answers. */
async function warmUp(place: Place): Promise<void> {
  let answers = 0;
  for (let turn = 0; turn < MOST_WARM_UPS && answers < WARM_ANSWERS; turn += 1)
    answers += (await rate(place)()) * SECONDS;
}

/** The same server straight, behind the embedded link, behind one that reads exchanges, and behind Toxiproxy. */
async function places(servers: AsyncDisposableStack, note: Note): Promise<Record<Side, Place>> {
  const direct = await listening(servers, 'upstream.ts');
  const ours = await listening(servers, 'embedded-link.ts', [String(direct.port)]);
  const exchange = await listening(servers, 'embedded-link.ts', [String(direct.port), 'exchange']);
  const toxiproxy = servers.use(await Toxiproxy.open({ env: process.env, root, note }));
  const link = servers.use(
    await openLink({
      name: 'bench',
      to: { host: '127.0.0.1', port: direct.port },
      kind: 'stream',
      clock: { now: () => performance.now() },
      random: createRandom(1),
      by: byToxiproxy(toxiproxy.api),
    }),
  );
  return { ours, peer: link.address, exchange, direct };
}

const sides = (at: Record<Side, Place>, measureOf: typeof rate) => ({
  ours: measureOf(at.ours),
  peer: measureOf(at.peer),
  exchange: measureOf(at.exchange),
  direct: measureOf(at.direct),
});

async function measure(note: Note): Promise<readonly Comparison[]> {
  await using servers = new AsyncDisposableStack();
  const at = await places(servers, note);
  note(`requests of ${REQUEST.length} bytes, ${CONNECTIONS} connections kept alive; all before one server`);
  for (const place of Object.values(at)) await warmUp(place);
  const rates = await interleave(ROUNDS, sides(at, rate), ENOUGH_MS);
  const trips = await interleave(ROUNDS, sides(at, trip), ENOUGH_MS);
  note(`without a link: ${Math.round(rates.direct)}/s, ${trips.direct.toFixed(3)} ms`);
  const readsAdds = (trips.exchange - trips.direct).toFixed(3);
  note(`a link that reads exchanges: ${Math.round(rates.exchange)}/s, adds ${readsAdds} ms`);
  const passed = { name: 'links: requests passed', ours: rates.ours, peer: rates.peer, unit: '/s' };
  const added = {
    name: 'links: added at the median',
    ours: trips.ours - trips.direct,
    peer: trips.peer - trips.direct,
    unit: 'ms',
  };
  return [
    reachesRatio({ ...passed, peerName: PEER }, LEAST_RATIO),
    staysBelow({ ...added, peerName: PEER }, MOST_ADDED_MS),
  ];
}

export const benchmark: Benchmark = { run: measure };
