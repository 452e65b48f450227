import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, test } from 'node:test';
import { imageOf, imagesWith } from '../../features/support/containers/image-list.ts';
import { startContainersTarget } from '../../features/support/targets/containers-target.ts';
import type { StackUnderTest, Target } from '../../features/support/targets/target.ts';
import { createRandom } from '../../fixtures/random.ts';
import { addressOf, openLink } from '../../simulators/links/index.ts';
import { belongingTo, docker, whyNoContainers } from '../testing/container-engine.ts';
import { temporaryFolder } from '../testing/corridor-process.ts';

/** Long before a caller would have given up on an address that is silent. */
const REFUSED_WITHIN_MS = 10_000;

/** The parts of a campaign, started for one test. */
async function target(runDir: string): Promise<Target> {
  return startContainersTarget({
    images: imagesWith({}, process.env['CORRIDOR_IMAGE_PREFIX']),
    contexts: {},
    tell: () => undefined,
    env: {},
    runId: `test-${process.pid}`,
    runDir,
    now: () => Date.now(),
    signal: new AbortController().signal,
  });
}

/** Code of what stands in the way of a new connection; `open` when there is one. */
async function connected(hub: string): Promise<string> {
  const socket = connect({ ...addressOf(hub), timeout: REFUSED_WITHIN_MS });
  try {
    await Promise.race([once(socket, 'connect'), once(socket, 'timeout').then(() => Promise.reject({}))]);
    return 'open';
  } catch (error) {
    return (error as { code?: string }).code ?? 'silent';
  } finally {
    socket.destroy();
  }
}

const health = async (hub: string): Promise<number> =>
  fetch(`${hub}/v0/health`, { signal: AbortSignal.timeout(REFUSED_WITHIN_MS) }).then(
    ({ status }) => status,
    () => 0,
  );

async function killedAndStarted({ description: { hub }, kill, start }: StackUnderTest): Promise<string[]> {
  const seen = [await connected(hub)];
  await kill?.();
  seen.push(await connected(hub));
  await start?.();
  return [...seen, await connected(hub)];
}

describe('where containers can run', async () => {
  const skip = await whyNoContainers();

  test('a stack that is killed refuses who calls, as often as it is killed, and answers again where it was', {
    skip,
  }, async () => {
    using folder = temporaryFolder();
    {
      await using parts = await target(folder.path);
      await using stack = (await parts.fresh?.()) as StackUnderTest;
      assert.deepEqual(await killedAndStarted(stack), ['open', 'ECONNREFUSED', 'open']);
      assert.deepEqual(await killedAndStarted(stack), ['open', 'ECONNREFUSED', 'open']);
      await stack.kill?.(); // and is removed as it is
    }
    assert.deepEqual(await belongingTo(process.pid), []);
  });

  test('links to the stack, and from it to its database, go through the Toxiproxy of the campaign', {
    skip,
  }, async () => {
    using folder = temporaryFolder();
    await using parts = await target(folder.path);
    await using stack = (await parts.fresh?.({ databaseLink: true })) as StackUnderTest;
    const { hub } = stack.description;
    const ends = { name: 'NE-hub', to: addressOf(hub), kind: 'exchange', by: parts.linksBy } as const;
    await using link = await openLink({ ...ends, clock: { now: () => Date.now() }, random: createRandom(1) });
    const there = parts.parts?.['toxiproxy']?.inside.host;
    assert.deepEqual([link.address.host, stack.databaseLink?.address.host], [there, there]);
    const through = `http://${link.address.host}:${link.address.port}`;
    assert.equal(await health(through), 200);
    const cut = await link.begin({ name: 'cut' });
    assert.deepEqual([await health(through), await health(hub)], [0, 200]);
    await cut.end();
    assert.equal(await health(through), 200);
    const database = await stack.databaseLink?.begin({ name: 'cut' });
    assert.notEqual(await participants(hub), 200);
    await database?.end();
    assert.equal(await participants(hub), 200);
  });

  test('the stack of the image starts from what was compiled for the account that it runs under', {
    skip,
  }, async () => {
    const engine = await docker();
    const image = imageOf(imagesWith({}, process.env['CORRIDOR_IMAGE_PREFIX']), 'stack');
    const container = await engine.createContainer({
      Image: image,
      Entrypoint: ['node', '-e', 'process.exit(require("node:module").getCompileCacheDir() ? 0 : 1)'],
    });
    try {
      await container.start();
      assert.deepEqual(await container.wait(), { Error: null, StatusCode: 0 });
    } finally {
      await container.remove({ force: true, v: true });
    }
  });
});

/** Status of an answer for which the hub asks its database. */
const participants = async (hub: string): Promise<number> =>
  fetch(`${hub}/v0/participants`, { signal: AbortSignal.timeout(REFUSED_WITHIN_MS) }).then(
    ({ status }) => status,
    () => 0,
  );
