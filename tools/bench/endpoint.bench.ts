import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type Benchmark,
  type Comparison,
  interleave,
  type Note,
  reachesRatio,
  staysBelowRatio,
} from './benchmark.ts';
import { NoticeRequests } from './endpoint/notice-requests.ts';
import { Server } from './endpoint/server.ts';
import { smallNotice } from './endpoint/small-notice.ts';
import { startWireMock, wiremockMissing, wiremockName } from './endpoint/wiremock.ts';

const CONNECTIONS = 32;
const ROUNDS = 3;
const ROUND_SECONDS = 1.5;
const WARM_UP_SECONDS = 1;
const WARM_ANSWERS = 40_000;
const MOST_WARM_UPS = 8;
const MIB = 2 ** 20;

/** Compilers count calls, not seconds: a server is warm after so many answers, or when the time for it is over. */
async function warmUp(server: Server, requests: NoticeRequests): Promise<void> {
  for (let turn = 0; turn < MOST_WARM_UPS && server.answers < WARM_ANSWERS; turn += 1) {
    await server.rate(requests, CONNECTIONS, WARM_UP_SECONDS);
  }
  server.forget();
}

async function measure(folder: string, note: Note): Promise<readonly Comparison[]> {
  await using servers = new AsyncDisposableStack();
  const seat = servers.use(
    await Server.start('the simulated seat', 'seat.ts', [path.join(folder, 'exchange.ndjson')]),
  );
  const bare = servers.use(await Server.start('node:http that parses JSON', 'bare-server.ts'));
  const missing = wiremockMissing();
  if (missing) note(`${wiremockName} skipped: ${missing}`);
  const peers = missing ? [bare] : [servers.use(await startWireMock()), bare];

  const requests = new NoticeRequests(smallNotice(), CONNECTIONS);
  const described = `TransitNotices of ${requests.bodyBytes} bytes, no two alike`;
  note(`${described}, over ${CONNECTIONS} connections kept alive`);
  for (const server of [seat, ...peers]) await warmUp(server, requests);
  const before = await seat.memory();
  const rates = [seat, ...peers].map((server) => {
    return [server.name, () => server.rate(requests, CONNECTIONS, ROUND_SECONDS)] as const;
  });
  const perSecond = await interleave(ROUNDS, Object.fromEntries(rates));
  const after = await seat.memory();
  note(
    `${Math.round(seat.answers)} messages measured, ${Math.round(after.rss / MIB)} MiB resident at the end`,
  );
  for (const { name, cpuPerAnswer } of [seat, ...peers]) {
    if (cpuPerAnswer > 0) note(`${name}: ${cpuPerAnswer.toFixed(0)} us of processor per answer`);
  }
  const rows = peers.map((peer) => compare(peer, perSecond[seat.name], perSecond[peer.name]));
  return [...rows, memory(before.live / MIB, after.live / MIB)];
}

function compare({ name: peerName }: Server, ours = Number.NaN, peer = Number.NaN): Comparison {
  const least = peerName === wiremockName ? 1.2 : 0.4;
  return reachesRatio(
    { name: 'endpoint: parse, validate, journal, answer', ours, peer, peerName, unit: '/s' },
    least,
  );
}

/** Both with as many messages kept as may be kept: what rises from here on would rise for ever. */
function memory(peer: number, ours: number): Comparison {
  const sides = { name: 'endpoint: memory alive', ours, peer, peerName: 'itself after warm-up', unit: 'MiB' };
  return staysBelowRatio(sides, 1.1);
}

export const benchmark: Benchmark = {
  async run(note) {
    const folder = await mkdtemp(path.join(tmpdir(), 'corridor-bench-'));
    try {
      return await measure(folder, note);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
