import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { packageRoot } from '../../profile/export/package-root.ts';
import { belongingTo, imageOfOtherSources, whyNoContainers } from '../testing/container-engine.ts';
import { CorridorProcess, corridor, temporaryFolder } from '../testing/corridor-process.ts';
import { expectRefusal } from '../testing/expect-refusal.ts';
import { runsIn } from '../testing/run-folder.ts';

const VERIFY = ['verify', '--target', 'containers', '--tags', '@RTE-003', '--format', 'json'];

/** A run that is refused: exit code and sentence, no run folder, no container. */
async function refused(exitCode: number, yaml?: string, env: Record<string, string> = {}) {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'images.yaml'), yaml ?? 'reach: auto');
  const words = yaml === undefined ? VERIFY : [...VERIFY, '--images', 'images.yaml'];
  await using verify = new CorridorProcess(words, { cwd: folder.path, env });
  const refusal = expectRefusal(await verify.ended, exitCode);
  assert.deepEqual(runsIn(folder.path), []);
  return { ...refusal, pid: verify.child.pid };
}

async function refusedWithEngine(exitCode: number, yaml: string) {
  const refusal = await refused(exitCode, yaml);
  assert.deepEqual(await belongingTo(refusal.pid), []);
  return refusal;
}

for (const [address, seen] of [
  ['unix:///no/such/engine.sock', /rien à cette adresse \(ENOENT\)/],
  ['tcp://127.0.0.1:9', /personne n'y répond \(ECONNREFUSED\)/],
  ['docker', /cette adresse ne se lit pas/],
] as const)
  test(`no engine at ${address}: one sentence that says so, exit 3`, async () => {
    const { code, message } = await refused(3, undefined, { DOCKER_HOST: address });
    assert.equal(code, 'ENGINE_NOT_FOUND');
    assert.match(message, seen);
    assert.ok(message.includes(JSON.stringify(address)), message);
  });

test('something else listens where the engine should', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined); // who hangs up on us is right
    socket.end('SSH-2.0-OpenSSH_9.2\r\n');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    const { code } = await refused(3, undefined, { DOCKER_HOST: `tcp://127.0.0.1:${port}` });
    assert.equal(code, 'ENGINE_NOT_ANSWERING');
  } finally {
    server.close();
  }
});

test('an account without rights on the socket is told which group to join', {
  skip: userInfo().uid !== 0 && 'skipped: needs root, to be somebody else',
}, async () => {
  using folder = temporaryFolder();
  chmodSync(folder.path, 0o755);
  const socket = join(folder.path, 'engine.sock');
  const server = createServer().listen(socket);
  await once(server, 'listening');
  try {
    chmodSync(socket, 0o600);
    const home = join(folder.path, 'home');
    mkdirSync(home);
    chmodSync(home, 0o777);
    const somebody = ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath];
    const command = ['setpriv', ...somebody, join(packageRoot(), 'bin', 'corridor.js')] as const;
    const env = { DOCKER_HOST: `unix://${socket}`, HOME: home };
    const { code, hint } = expectRefusal(await corridor(VERIFY, { cwd: home, env, command }), 3);
    assert.equal(code, 'ENGINE_NOT_ALLOWED');
    assert.match(hint, /groupe « docker »/);
  } finally {
    server.close();
  }
});

test('--images without containers, and a file that says nothing we know, are wrong usage', async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'images.yaml'), 'parts: { wiremoc: {} }');
  const with_ = (target: string) =>
    corridor(['verify', '--target', target, '--images', 'images.yaml', '--format', 'json'], {
      cwd: folder.path,
    });
  assert.equal(expectRefusal(await with_('reference'), 4).code, 'IMAGES_WITHOUT_CONTAINERS');
  assert.match(expectRefusal(await with_('containers'), 4).message, /wiremoc/);
});

for (const prefix of ['a b/', '../', 'UPPER/', 'registre.example'])
  test(`CORRIDOR_IMAGE_PREFIX=${JSON.stringify(prefix)} is wrong usage, whatever asks for it`, async () => {
    for (const words of [VERIFY, ['images', 'build', '--format', 'json']]) {
      const env = { CORRIDOR_IMAGE_PREFIX: prefix };
      const { code, message } = expectRefusal(await corridor(words, { env }), 4);
      assert.equal(code, 'IMAGES_NOT_VALID');
      assert.match(message, /^Failed to read CORRIDOR_IMAGE_PREFIX: expected a registry .*, found "/);
    }
  });

describe('where containers can run', async () => {
  const skip = await whyNoContainers();

  test('an image that is not there is told before anything starts', { skip }, async () => {
    const { code, message, hint } = await refusedWithEngine(3, 'parts: { toxiproxy: { tag: none } }');
    assert.equal(code, 'IMAGE_NOT_FOUND');
    assert.match(message, /corridor-toxiproxy:none/);
    assert.match(hint, /corridor images build/);
  });

  test('an image that its registry does not give is told', { skip }, async () => {
    const { code } = await refusedWithEngine(3, 'prefix: 127.0.0.1:9/');
    assert.equal(code, 'IMAGE_NOT_PULLED');
  });

  test('an image of other sources is refused: it is not what would be judged', { skip }, async () => {
    await using _image = await imageOfOtherSources('other-sources');
    const { code, hint } = await refusedWithEngine(3, 'parts: { stack: { tag: other-sources } }');
    assert.equal(code, 'IMAGE_NOT_OF_THESE_SOURCES');
    assert.match(hint, /corridor images build stack/);
  });

  test('a container that dies at once is quoted', { skip }, async () => {
    const { code, message } = await refusedWithEngine(
      3,
      'parts: { postgres: { image: corridor-mosquitto } }',
    );
    assert.equal(code, 'CONTAINER_DIED');
    assert.match(message, /« postgres ».*code \d+.*il a dit : ".+"/);
  });

  test('a port that is taken is named', { skip }, async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { port } = server.address() as AddressInfo;
      const { code, message } = await refusedWithEngine(4, `parts: { wiremock: { publish: ${port} } }`);
      assert.equal(code, 'PORT_IN_USE');
      assert.ok(message.includes(`port ${port} `), message);
    } finally {
      server.close();
    }
  });
});
