import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { servicesShape } from '../profile/export/cli-shapes.ts';
import { movementForTests } from '../simulators/services/testing/movement.ts';
import { withoutWireMock } from '../simulators/services/testing/wiremock-for-tests.ts';
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

test('a mapping file that is not JSON is one sentence, exit 4, and nothing is left running', {
  skip,
}, async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'broken.json'), '{"request": ');
  const ended = await corridor(['services', '--mappings', '.', '--format', 'json'], { cwd: folder.path });
  const { code, message } = expectRefusal(ended, 4);
  assert.equal(code, 'MAPPING_UNREADABLE');
  assert.match(message, /broken\.json: not JSON/);
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
  const error = expectRefusal(await corridor(['services', '--format', 'json'], { env }), 4);
  assert.equal(error.code, 'NO_JAVA');
  assert.match(error.hint, /Java 11 or later.*WIREMOCK_URL/);
});
