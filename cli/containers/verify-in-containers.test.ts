import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { STARTED } from '../../features/support/containers/parts.ts';
import { verifyShape } from '../../profile/export/cli-shapes.ts';
import {
  belongingTo,
  imageWithVolume,
  PassingEngine,
  volumesLeft,
  volumesOf,
  whyNoContainers,
} from '../testing/container-engine.ts';
import { CorridorProcess, temporaryFolder } from '../testing/corridor-process.ts';
import { expectReadable, expectRefusal } from '../testing/expect-refusal.ts';
import { descendantsOf, leftOf } from '../testing/process-tree.ts';
import { onlyRun, runsIn, summaryOf, untilExchanged } from '../testing/run-folder.ts';
import { SOME_SCENARIOS } from '../testing/some-scenarios.ts';

const LIMIT_MS = 150_000;
const GONE_WITHIN_MS = 15_000;
const VERIFY = ['verify', '--target', 'containers', '--seed', '1'];
const ONE = [...VERIFY, '--tags', '@RTE-003'];
const SOME = [...VERIFY, ...SOME_SCENARIOS];
const MANY = [...VERIFY, '--tags', '@nominal'];

describe('where containers can run', async () => {
  const skip = await whyNoContainers();

  test('a run in containers passes, tells each container, keeps their logs without a secret, leaves nothing', {
    skip,
  }, async () => {
    using folder = temporaryFolder();
    await using verify = new CorridorProcess([...ONE], { cwd: folder.path, limitMs: LIMIT_MS });
    const ended = await verify.ended;
    expectReadable(ended);
    assert.equal(ended.status, 0, ended.stdout + ended.stderr);
    for (const part of STARTED)
      assert.match(ended.stderr, new RegExp(`^conteneur ${part} prêt en \\d+\\.\\d s \\(`, 'm'));
    const run = onlyRun(folder.path);
    const logs = join(run, 'containers');
    const kept = readdirSync(logs);
    for (const part of STARTED) assert.ok(kept.includes(`${part}.log`), part);
    assert.match(readFileSync(join(logs, 'stack.log'), 'utf8'), /postgres:\/\/corridor:\*\*\*@/);
    assert.equal(summaryOf(run).target.name, 'containers');
    assert.match(summaryOf(run).replay, /^corridor verify --target containers /);
    assert.deepEqual(await belongingTo(verify.child.pid), []);
  });

  test('a deviation is red in containers too, and leaves nothing', { skip }, async () => {
    using folder = temporaryFolder();
    const words = [...ONE, '--deviation', 'forgets-the-last-country', '--format', 'json'];
    await using verify = new CorridorProcess(words, { cwd: folder.path, limitMs: LIMIT_MS });
    const ended = await verify.ended;
    assert.equal(ended.status, 1, ended.stdout + ended.stderr);
    const { failures } = verifyShape.parse(JSON.parse(ended.stdout));
    assert.ok(failures.some(({ requirement }) => requirement === 'RTE-003'));
    assert.deepEqual(await belongingTo(verify.child.pid), []);
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    test(`${signal} in the middle of a run in containers ends it inconclusive, and leaves nothing`, {
      skip,
    }, async () => {
      using folder = temporaryFolder();
      await using verify = new CorridorProcess([...SOME, '--format', 'json'], {
        cwd: folder.path,
        limitMs: LIMIT_MS,
      });
      const run = await untilExchanged(verify, folder.path, 20);
      assert.ok((await belongingTo(verify.child.pid)).length > STARTED.length, 'containers run');
      const below = descendantsOf(verify.child.pid);
      verify.kill(signal);
      const ended = await verify.ended;
      expectReadable(ended);
      assert.equal(ended.status, 2, ended.stdout.slice(0, 500));
      assert.equal(summaryOf(run).state, 'interrupted');
      assert.deepEqual(await belongingTo(verify.child.pid), []);
      assert.deepEqual(await leftOf(below, GONE_WITHIN_MS), []);
    });

  test('SIGINT while containers start ends with a sentence, no run folder and nothing left', {
    skip,
  }, async () => {
    using folder = temporaryFolder();
    await using verify = new CorridorProcess(SOME, { cwd: folder.path, limitMs: LIMIT_MS });
    await verify.says(/conteneur \w+ prêt/, 'stderr');
    verify.kill('SIGINT');
    const { status, stderr } = await verify.ended;
    assert.equal(status, 2, stderr);
    if (runsIn(folder.path).length === 0) assert.match(stderr, /interrompue avant son premier scénario/);
    assert.deepEqual(await belongingTo(verify.child.pid), []);
  });

  test('what kill -9 leaves, the next run removes; what belongs to one that lives stays', {
    skip,
  }, async () => {
    using folders = new DisposableStack();
    const start = (words: readonly string[]) => {
      const { path } = folders.use(temporaryFolder());
      return { path, process: new CorridorProcess(words, { cwd: path, limitMs: LIMIT_MS }) };
    };
    await using _image = await imageWithVolume('toxiproxy', 'with-volume');
    const images = join(folders.use(temporaryFolder()).path, 'images.yaml');
    writeFileSync(images, 'parts: { toxiproxy: { tag: with-volume } }');
    const [killed, living] = [start([...MANY, '--images', images]), start(MANY)];
    await using first = killed.process;
    await using second = living.process;
    await untilExchanged(first, killed.path, 5);
    await untilExchanged(second, living.path, 5);
    const volumes = await volumesOf(first.child.pid);
    const below = descendantsOf(first.child.pid);
    first.kill('SIGKILL');
    await first.ended;
    assert.deepEqual(await leftOf(below, GONE_WITHIN_MS), []);
    assert.ok((await belongingTo(first.child.pid)).length > STARTED.length, 'a killed run removes nothing');
    await using next = start(ONE).process;
    const { status, stderr } = await next.ended;
    assert.equal(status, 0, stderr);
    assert.match(
      stderr,
      /restes de campagnes interrompues, retirés ; conteneurs : \d+, réseaux : [1-9]\d*$/m,
    );
    assert.deepEqual(await belongingTo(first.child.pid), []);
    assert.deepEqual([volumes.length > 0, await volumesLeft(volumes)], [true, []]);
    if (second.child.exitCode === null)
      assert.ok((await belongingTo(second.child.pid)).length > STARTED.length);
    second.kill('SIGINT');
    await second.ended;
    assert.deepEqual(await belongingTo(second.child.pid), []);
  });

  test('an engine that stops midway leaves the run inconclusive; the next run removes what stood there', {
    skip,
  }, async () => {
    using folder = temporaryFolder();
    await using engine = await PassingEngine.start(folder.path);
    const env = { DOCKER_HOST: engine.address };
    await using verify = new CorridorProcess(SOME, { cwd: folder.path, env, limitMs: LIMIT_MS });
    const run = await untilExchanged(verify, folder.path, 20);
    engine.stop();
    const ended = await verify.ended;
    expectReadable(ended);
    assert.equal(ended.status, 2, ended.stdout + ended.stderr);
    assert.match(ended.stderr, /[Ll]e moteur de conteneurs ne répond plus/);
    assert.match(ended.stderr, /des conteneurs sont restés : la campagne suivante les retire/);
    assert.equal(summaryOf(run).verdict, 'inconclusive');
    await using next = new CorridorProcess(ONE, { cwd: folder.path, limitMs: LIMIT_MS });
    assert.equal((await next.ended).status, 0);
    assert.deepEqual(await belongingTo(verify.child.pid), []);
  });

  test('an engine that stops before the first container is told', { skip }, async () => {
    using folder = temporaryFolder();
    await using engine = await PassingEngine.start(folder.path);
    engine.stop();
    const env = { DOCKER_HOST: engine.address };
    const words = [...ONE, '--format', 'json'];
    await using verify = new CorridorProcess(words, { cwd: folder.path, env });
    assert.equal(expectRefusal(await verify.ended, 3).code, 'ENGINE_NOT_FOUND');
  });
});
