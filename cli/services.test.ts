import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { servicesShape } from '../profile/export/cli-shapes.ts';
import { packageRoot } from '../profile/export/package-root.ts';
import { lookupOf } from '../profile/services/services.ts';
import { movementForTests } from '../simulators/services/testing/movement.ts';
import { withoutWireMock } from '../simulators/services/testing/wiremock-for-tests.ts';
import { startWireMock } from '../simulators/services/wiremock/start-wiremock.ts';
import { WireMockDriver } from '../simulators/services/wiremock/wiremock-driver.ts';
import { CorridorProcess, corridor, temporaryFolder } from './testing/corridor-process.ts';
import { expectRefusal } from './testing/expect-refusal.ts';

const skip = withoutWireMock;

test('services answer by hand, mappings of the user too, and end with Ctrl-C', { skip }, async () => {
  using folder = temporaryFolder();
  const movement = movementForTests(1);
  writeFileSync(join(folder.path, 'traffic.ndjson'), `${JSON.stringify(movement)}\n`);
  mkdirSync(join(folder.path, 'mine'));
  const own = { request: { method: 'GET', url: '/mine' }, response: { status: 200, body: 'de nous' } };
  writeFileSync(join(folder.path, 'mine', 'own.json'), JSON.stringify(own));
  const words = ['services', '--traffic', 'traffic.ndjson', '--mappings', 'mine', '--format', 'json'];
  await using running = new CorridorProcess(words, { cwd: folder.path });
  const [line] = await running.says(/^.*\n/);
  const ready = servicesShape.parse(JSON.parse(line));
  assert.deepEqual([ready.movements, ready.mappings], [1, 1]);
  assert.equal(await (await fetch(`${ready.url}/mine`)).text(), 'de nous');
  const plate = encodeURIComponent(movement.notice.vehicle.plate);
  const { country } = movement.notice.vehicle;
  const known = await fetch(`${ready.services['vehicle-register']}/vehicles/${plate}?country=${country}`);
  assert.equal(((await known.json()) as { status: string }).status, 'APPROVED');
  running.kill('SIGINT');
  const { status, stderr } = await running.ended;
  assert.deepEqual([status, stderr], [0, '']);
  if (ready.by === 'jar') await assert.rejects(fetch(ready.url), 'nothing is left running');
});

test('on the WireMock of somebody else they stay until Ctrl-C, and take their stubs away', {
  skip,
}, async () => {
  await using theirs = await startWireMock({ env: { ...process.env, WIREMOCK_URL: '' } });
  const driver = new WireMockDriver(theirs.url);
  const env = { WIREMOCK_URL: theirs.url };
  await using killed = new CorridorProcess(['services', '--format', 'json'], { env });
  await killed.says(/^.*\n/);
  killed.kill('SIGKILL');
  await killed.ended;
  assert.notEqual((await driver.labels()).length, 0, 'a killed one leaves its stubs');
  await using running = new CorridorProcess(['services', '--format', 'json'], { env });
  const [line] = await running.says(/^.*\n/);
  assert.equal(servicesShape.parse(JSON.parse(line)).by, 'url');
  assert.equal(new Set((await driver.labels()).map((labels) => labels['corridor.run'])).size, 1);
  running.kill('SIGINT');
  assert.equal((await running.ended).status, 0);
  assert.deepEqual(await driver.labels(), []);
});

test('a WireMock that is ended by somebody is one sentence, exit 3', { skip }, async () => {
  await using running = new CorridorProcess(['services'], { env: { WIREMOCK_URL: '' } });
  const [, url] = await running.says(/National services at (\S+)/);
  await fetch(`${url}/__admin/shutdown`, { method: 'POST' });
  const { status, stderr } = await running.ended;
  assert.equal(status, 3);
  assert.match(stderr, /WireMock ended by itself \(code 0\)/);
});

test('what the guide says to do by hand works word for word', { skip }, async () => {
  using folder = temporaryFolder();
  const guide = readFileSync(join(packageRoot(), 'docs/guides/services.md'), 'utf8');
  const [, making = ''] = /```\n(mkdir[^`]+)```/.exec(guide) ?? [];
  const { status: made, stderr: why } = spawnSync('sh', ['-ec', making], {
    cwd: folder.path,
    encoding: 'utf8',
  });
  assert.deepEqual([made, why], [0, ''], making);
  const [, asked = ''] = /curl 'http:\/\/127\.0\.0\.1:8089(\/[^']+)'/.exec(guide) ?? [];
  const traffic = await corridor(saidIn(guide, 'traffic'), { cwd: folder.path });
  assert.equal(traffic.status, 0, traffic.stderr);
  const [port, free] = ['8089', '0'];
  const services = saidIn(guide, 'services').map((word) => (word === port ? free : word));
  await using running = new CorridorProcess([...services, '--format', 'json'], { cwd: folder.path });
  const ready = servicesShape.parse(JSON.parse((await running.says(/^.*\n/))[0]));
  assert.deepEqual([ready.movements > 0, ready.mappings], [true, 1]);
  const answer = lookupOf('tariff').answer.parse(await (await fetch(`${ready.url}${asked}`)).json());
  assert.equal((answer as { prohibitedInTransit?: boolean }).prohibitedInTransit, true);
  running.kill('SIGINT');
  assert.equal((await running.ended).status, 0);
});

/** The words after `corridor` on the line of the guide that says this command by hand. */
const saidIn = (guide: string, command: string): string[] =>
  new RegExp(`^npx corridor (${command} --.*)$`, 'm').exec(guide)?.[1]?.split(' ') ?? [];

test('services --help shows how it is used', async () => {
  const { stdout } = await corridor(['services', '--help'], {});
  assert.match(stdout, /Examples:\n {2}corridor services {2,}\S.*\n {2}corridor services --/);
});

test('a mapping file that is not JSON is one sentence, exit 4, before anything is started', async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'broken.json'), '{"request": ');
  const env = { PATH: '/nowhere', WIREMOCK_URL: '' }; // no Java either: that is not what is told
  const words = ['services', '--mappings', '.', '--format', 'json'];
  const { code, message } = expectRefusal(await corridor(words, { cwd: folder.path, env }), 4);
  assert.equal(code, 'MAPPING_UNREADABLE');
  assert.match(message, /broken\.json: not JSON/);
});

test('a port for the WireMock of somebody else is refused', async () => {
  const env = { WIREMOCK_URL: 'http://127.0.0.1:9' };
  const words = ['services', '--port', '8089', '--format', 'json'];
  const { code, message } = expectRefusal(await corridor(words, { env }), 4);
  assert.equal(code, 'PORT_NOT_OURS');
  assert.match(message, /"http:\/\/127\.0\.0\.1:9": found --port 8089/);
});

test('a traffic file that is none is named, before anything is started', async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'not.ndjson'), '{"a":1}\n');
  const refusalOf = async (file: string) =>
    expectRefusal(
      await corridor(['services', '--traffic', file, '--format', 'json'], { cwd: folder.path }),
      4,
    );
  assert.match((await refusalOf('not.ndjson')).message, /not\.ndjson: line 1 is no movement/);
  assert.match((await refusalOf('absent.ndjson')).message, /absent\.ndjson: ENOENT/);
});

test('without Java one sentence says how to get it', async () => {
  const env = { PATH: '/nowhere', WIREMOCK_URL: '' };
  const error = expectRefusal(await corridor(['services', '--format', 'json'], { env }), 3);
  assert.equal(error.code, 'NO_JAVA');
  assert.match(error.hint, /Java 11 or later.*WIREMOCK_URL/);
});
