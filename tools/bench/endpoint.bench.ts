import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateMovement } from '../../fixtures/movements/generate-movement.ts';
import { createRandom } from '../../fixtures/random.ts';
import { loadReferenceData } from '../../fixtures/reference-data.ts';
import type { TransitNoticePayload } from '../../profile/messages/transit-notice.ts';
import {
  type Benchmark,
  type Comparison,
  interleave,
  type Note,
  reachesRatio,
  staysBelowRatio,
} from './benchmark.ts';
import { Child } from './child.ts';
import { NoticeRequests } from './endpoint/notice-requests.ts';
import { startWireMock, wiremockMissing, wiremockName } from './endpoint/wiremock.ts';
import { answersPerSecond } from './http-load.ts';

const CONNECTIONS = 32;
const ROUNDS = 3;
const ROUND_SECONDS = 1.5;
const WARM_UP_SECONDS = 1;
const MOST_WARM_UPS = 14;
/** A server is warm when it got no faster than this twice in a row. */
const STILL_FASTER = 1.05;
const READY_WITHIN_MS = 15_000;
const MIB = 2 ** 20;

/** What WireMock sends back: of the shape and size of an Acknowledgement, but always the same. */
const ACKNOWLEDGEMENT = {
  profileVersion: '0.1',
  messageId: '01939f3a-8c00-7000-8000-000000000001',
  messageType: 'AT90',
  sender: 'BF',
  recipient: 'TG',
  preparedAt: '2026-11-20T08:00:00.000Z',
  correlationId: '01939f3a-8c00-7000-8000-000000000002',
  conversationId: '26TG0LOM1T00000014',
  testIndicator: true,
  payload: {
    relatesTo: '01939f3a-8c00-7000-8000-000000000002',
    verdict: 'RECEIVED',
    digest: '0'.repeat(64),
    processingId: '01939f3a-8c00-7000-8000-000000000003',
    receivedAt: '2026-11-20T08:00:00.000Z',
  },
};

/** A notice of one item, less all that the profile leaves to choice: about the 1 kB that is asked. */
function smallNotice(): TransitNoticePayload {
  const { notice } = generateMovement({
    random: createRandom('bench'),
    reference: loadReferenceData(),
    corridor: 'LOME-CINKANSE-OUAGADOUGOU',
    salt: 'bench',
    sequence: 1,
    now: Date.UTC(2026, 10, 20),
    overrides: { itemCount: 1, containerised: false, sealCount: 1 },
  });
  const { plannedLimitDate: _limit, deviceId: _device, ...kept } = notice;
  const short = ({ name, country }: TransitNoticePayload['principal']) => ({ name, country });
  return {
    ...kept,
    principal: short(kept.principal),
    declarant: short(kept.declarant),
    exporter: short(kept.exporter),
    consignee: short(kept.consignee),
    vehicle: { plate: kept.vehicle.plate, country: kept.vehicle.country },
    documents: [],
  };
}

async function portOf(child: Child): Promise<number> {
  return Number((await child.line(/^port (\d+)$/, READY_WITHIN_MS))[1]);
}

/** A JVM takes many seconds until its code is compiled; each server gets as long as that pays, within a limit. */
async function warmUp(rate: () => Promise<number>): Promise<void> {
  let best = 0;
  let without = 0;
  for (let turn = 0; turn < MOST_WARM_UPS && without < 2; turn += 1) {
    const seen = await rate();
    without = seen > best * STILL_FASTER ? 0 : without + 1;
    best = Math.max(best, seen);
  }
}

async function measure(folder: string, note: Note): Promise<readonly Comparison[]> {
  await using children = new AsyncDisposableStack();
  const requests = new NoticeRequests(smallNotice(), CONNECTIONS);
  const rate = (port: number, seconds: number) =>
    answersPerSecond({ port, connections: CONNECTIONS, seconds, requests, status: 202 });
  const seat = children.use(
    Child.script(path.join(__dirname, 'endpoint', 'seat.ts'), [path.join(folder, 'exchange.ndjson')]),
  );
  const bare = children.use(Child.script(path.join(__dirname, 'endpoint', 'bare-server.ts')));
  const ports = { ours: await portOf(seat), bare: await portOf(bare) };
  const missing = wiremockMissing();
  if (missing) note(`${wiremockName} skipped: ${missing}`);
  const wiremock = missing ? undefined : await startWireMock(ACKNOWLEDGEMENT);
  if (wiremock) children.use(wiremock.child);
  note(
    `TransitNotice of ${requests.bodyBytes} bytes, each of another movement, over ${CONNECTIONS} connections`,
  );
  for (const port of [ports.ours, ports.bare, wiremock?.port]) {
    if (port !== undefined) await warmUp(() => rate(port, WARM_UP_SECONDS));
  }
  const rssBefore = Number(await seat.ask('rss'));
  const perSecond = await interleave(ROUNDS, {
    ours: () => rate(ports.ours, ROUND_SECONDS),
    bare: () => rate(ports.bare, ROUND_SECONDS),
    ...(wiremock && { wiremock: () => rate(wiremock.port, ROUND_SECONDS) }),
  });
  const rssAfter = Number(await seat.ask('rss'));
  return judge(perSecond, { before: rssBefore / MIB, after: rssAfter / MIB });
}

function judge(
  { ours, bare, wiremock }: { ours: number; bare: number; wiremock?: number },
  rss: { before: number; after: number },
): Comparison[] {
  const name = 'endpoint: parse, validate, journal, answer';
  const rows = [
    reachesRatio({ name, ours, peer: bare, peerName: 'node:http that parses JSON', unit: '/s' }, 0.4),
  ];
  if (wiremock !== undefined)
    rows.unshift(reachesRatio({ name, ours, peer: wiremock, peerName: wiremockName, unit: '/s' }, 1.2));
  const memory = { name: 'endpoint: memory under load', ours: rss.after, peer: rss.before, unit: 'MiB RSS' };
  return [...rows, staysBelowRatio({ ...memory, peerName: 'itself after warm-up' }, 1.5)];
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
