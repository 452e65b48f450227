import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerJson, type Behaviour } from '../features/support/testing/half-speaking.ts';
import { corridorHere } from './testing/corridor-here.ts';
import { temporaryFolder } from './testing/corridor-process.ts';
import { expectReadable } from './testing/expect-refusal.ts';
import { HostileStack, type Spot } from './testing/hostile-stack.ts';
import { expectReadableEvidence, expectReportOf, onlyRun } from './testing/run-folder.ts';
import { SOME_SCENARIOS } from './testing/some-scenarios.ts';

/** Far above what these runs take, far below what waiting at the drain barrier in every scenario would. */
const BOUND_MS = 40_000;

/** A run against a stack that speaks, but not in the shapes agreed: it fails, and nothing of that is our fault. */
async function expectTheirFault(badly: Partial<Record<Spot, Behaviour>>, requirement: RegExp): Promise<void> {
  using folder = temporaryFolder();
  await using stack = await HostileStack.start(badly);
  const target = stack.target(folder.path);
  const words = ['verify', '--target', target, ...SOME_SCENARIOS, '--format', 'json'];
  const ended = await corridorHere(words, { cwd: folder.path, limitMs: BOUND_MS });
  expectReadable(ended);
  const { verdict, scenarios, failures } = JSON.parse(ended.stdout);
  assert.deepEqual([verdict, ended.status], ['fail', 1], ended.stdout.slice(0, 2_000));
  assert.equal(scenarios.error, 0, 'what the stack says is no fault of ours');
  assert.match(JSON.stringify(failures), requirement);
  const run = onlyRun(folder.path);
  await expectReadableEvidence(run);
  await expectReportOf(run, 1);
}

const taken = answerJson({}, 202);

for (const answer of [{}, null, { findings: {} }, [], 'texte'])
  test(`a stack that publishes ${JSON.stringify(answer)} for whatever it is asked: failed, not our fault`, async () => {
    await expectTheirFault({ messages: taken, other: answerJson(answer) }, /"requirement"/);
  });

for (const answer of [{}, null, { findings: {} }])
  test(`a stack that tells its deliveries as ${JSON.stringify(answer)}: failed, and not waited for`, async () => {
    await expectTheirFault({ messages: taken, deliveries: answerJson(answer) }, /DLV-013/);
  });

test('a stack that delivers messages without payload: failed, not our fault', async () => {
  const delivering = deliversBare();
  await expectTheirFault({ ...delivering, other: answerJson({ events: [null], findings: [7] }) }, /RTE-/);
});

/** Takes every message and delivers to every participant what is left of it without payload and time. */
function deliversBare(): Partial<Record<Spot, Behaviour>> {
  const addresses = new Map<string, string>();
  const participants: Behaviour = (request, response) => {
    whole(request, (body) => {
      const { baseUrl } = JSON.parse(body) as { baseUrl: string };
      addresses.set(request.url ?? '', baseUrl);
      answerJson({})(request, response);
    });
  };
  const messages: Behaviour = (request, response) => {
    whole(request, async (body) => {
      await Promise.allSettled([...addresses.values()].map((address) => deliverBare(address, body))); // some have left
      taken(request, response);
    });
  };
  return { participants, messages };
}

async function deliverBare(address: string, body: string): Promise<void> {
  const { payload: _, preparedAt: __, ...bare } = JSON.parse(body) as Record<string, unknown>;
  const answer = await fetch(`${address}/v0/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'corridor-seat': 'hub', 'corridor-attempt': '1' },
    body: JSON.stringify(bare),
  });
  await answer.arrayBuffer();
}

function whole(request: Parameters<Behaviour>[0], then: (body: string) => unknown): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => void then(Buffer.concat(chunks).toString('utf8')));
}
