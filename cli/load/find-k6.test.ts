import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { packageRoot } from '../../profile/export/package-root.ts';
import { describeFailure } from '../failure.ts';
import { temporaryFolder } from '../testing/corridor-process.ts';
import { findK6 } from './find-k6.ts';
import { withoutK6 } from './testing/needs-k6.ts';

const skip = process.platform === 'win32' && 'skipped: needs a shell of POSIX';

/** A machine with these programs on PATH, each a script, and what k6 is built of. */
function machine(programs: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  const bin = join(folder.path, 'bin');
  mkdirSync(bin);
  for (const [name, script] of Object.entries(programs))
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  mkdirSync(join(folder.path, 'tools'));
  for (const name of ['go-tools.js', 'go.sum'])
    copyFileSync(join(packageRoot(), 'tools', name), join(folder.path, 'tools', name));
  const notes: string[] = [];
  return {
    bin,
    notes,
    places: {
      env: { PATH: bin } as Record<string, string>,
      cwd: folder.path,
      root: folder.path,
      stderr: new Writable({
        write: (chunk, _encoding, done) => {
          notes.push(String(chunk));
          done();
        },
      }),
    },
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

/** How a search that finds nothing is told. */
async function refusal(places: Parameters<typeof findK6>[0]) {
  const error = await findK6(places).then(
    ({ command }) => assert.fail(`found ${command.join(' ')}`),
    (reason: unknown) => reason,
  );
  const { code, message, hint, exitCode } = describeFailure(error);
  return { code, exitCode, said: `${message} ${hint}` };
}

const GET_IT =
  'Give a binary of k6 2 by K6_BIN or on PATH (k6), install Go 1.25 to have it built, or install docker to run it in a container.';

test('without k6, Go and docker, one message says what was seen and how to get it', async () => {
  using bare = machine({});
  assert.deepEqual(await refusal(bare.places), {
    code: 'K6_MISSING',
    exitCode: 3,
    said: `Failed to find k6: no binary was named or found, and there is no Go toolchain to build it, nor is there a docker on PATH. ${GET_IT}`,
  });
});

test('a k6 that is named and not there is told, even where another is on PATH', { skip }, async () => {
  using house = machine({ k6: 'echo "k6 v2.2.0 (go1.26.8, linux/amd64)"' });
  const env = { ...house.places.env, K6_BIN: '/nowhere/k6' };
  const { code, said } = await refusal({ ...house.places, env });
  assert.equal(code, 'K6_MISSING');
  assert.match(said, /^Failed to find k6: K6_BIN names "\/nowhere\/k6", where no file is\. Give a binary/);
});

test('a program that is no k6 is refused, with what it says', { skip }, async () => {
  using house = machine({
    other: 'echo "other 2.0.0"',
    broken: 'echo "unknown command" >&2; exit 1',
    endless: 'while :; do echo "k6 v2.2.0 again and again and again and again"; done',
  });
  const named = (K6_BIN: string) => refusal({ ...house.places, env: { ...house.places.env, K6_BIN } });
  const { code, exitCode, said } = await named(join(house.bin, 'other'));
  assert.deepEqual([code, exitCode], ['K6_UNFIT', 3]);
  assert.match(
    said,
    /other" is named by K6_BIN, but it says "other 2\.0\.0" when asked for its version\. Name a binary/,
  );
  assert.match((await named(join(house.bin, 'broken'))).said, /does not say its version: "unknown command"/);
  assert.match((await named(join(house.bin, 'endless'))).said, /version: "it does not stop speaking"/);
  writeFileSync(join(house.bin, 'text'), 'no program');
  assert.match((await named(join(house.bin, 'text'))).said, /does not say its version: "EACCES"/);
});

test('a k6 of another series is refused in one sentence, named or on PATH', { skip }, async () => {
  using house = machine({ k6: 'echo "k6 v1.4.0 (go1.25.1, linux/amd64)"' });
  const file = join(house.bin, 'k6');
  const onPath = await refusal(house.places);
  assert.deepEqual([onPath.code, onPath.exitCode], ['K6_UNFIT', 3]);
  assert.equal(
    onPath.said,
    `Failed to use k6: "${file}" is on PATH, but it is k6 1.4.0; load scripts need k6 2. Name a binary of k6 2 by K6_BIN, or take this one off PATH.`,
  );
  const named = await refusal({ ...house.places, env: { PATH: '', K6_BIN: file } });
  assert.match(named.said, /is named by K6_BIN, but it is k6 1\.4\.0;.*Name a binary of k6 2 by K6_BIN\.$/);
});

test('a k6 2 on PATH is found, and needs no folder mounted', { skip }, async () => {
  using house = machine({ k6: '[ "$*" = version ] && echo "k6 v2.9.1-rc1 (commit/0123, go1.26.8)"' });
  const { version, by, command, commandFor } = await findK6(house.places);
  const file = join(house.bin, 'k6');
  assert.deepEqual({ version, by, command }, { version: '2.9.1-rc1', by: 'path', command: [file] });
  assert.deepEqual([commandFor(['/plans']), house.notes], [[file], []]);
});

test('without a binary, k6 is built, once', { skip }, async () => {
  using house = machine({
    go: 'printf "#!/bin/sh\\necho k6 v2.2.0" >"$6"; /bin/chmod +x "$6"',
    docker: 'exit 1',
  });
  const { version, by, command } = await findK6(house.places);
  assert.deepEqual([version, by], ['2.2.0', 'built']);
  assert.deepEqual(house.notes, ['k6 is built by the Go toolchain, once; this takes a minute or two.\n']);
  assert.deepEqual((await findK6(house.places)).command, command);
  assert.equal(house.notes.length, 1);
});

// Docker is played by a script: it says which words it got, and answers for the image when asked for the version.
const DOCKER = 'case "$*" in *" version") echo "k6 v2.2.0 (go1.26.8)";; *) echo "$*";; esac';

test('without a binary and Go, k6 runs in a container that sees the folders it is given', {
  skip,
}, async () => {
  using house = machine({ docker: DOCKER });
  const { version, by, command, commandFor } = await findK6(house.places);
  assert.deepEqual([version, by], ['2.2.0', 'container']);
  assert.match(house.notes[0] ?? '', /^k6 runs in a container, of grafana\/k6:2\.2\.0;/);
  const { uid, gid } = userInfo();
  const docker = join(house.bin, 'docker');
  const first = [docker, 'run', '--rm', '-i', '--network', 'host', '--user', `${uid}:${gid}`];
  assert.deepEqual(command, [...first, 'grafana/k6:2.2.0']);
  const mounts = ['-v', '/plans:/plans', '-v', `${process.cwd()}/load:${process.cwd()}/load`];
  assert.deepEqual(commandFor(['/plans', 'load']), [...first, ...mounts, 'grafana/k6:2.2.0']);
});

test('the image of k6 follows CORRIDOR_IMAGE_PREFIX and the file of --images', { skip }, async () => {
  using house = machine({ docker: DOCKER });
  const { env, cwd } = house.places;
  writeFileSync(join(cwd, 'images.yaml'), "k6: { image: charge/k6, tag: '2.3.0' }\n");
  const places = { ...house.places, env: { ...env, CORRIDOR_IMAGE_PREFIX: 'registre.example/douane/' } };
  assert.equal((await findK6(places)).command.at(-1), 'registre.example/douane/grafana/k6:2.2.0');
  const { command } = await findK6({ ...places, images: 'images.yaml' });
  assert.equal(command.at(-1), 'registre.example/douane/charge/k6:2.3.0');
});

test('a docker that cannot run the image is told beside what else was tried', { skip }, async () => {
  using house = machine({
    docker: 'printf "docker: no daemon here.\\n\\nRun docker run --help for more.\\n" >&2; exit 125',
  });
  const { code, said } = await refusal(house.places);
  assert.equal(code, 'K6_MISSING');
  assert.match(
    said,
    /to build it, nor does grafana\/k6:2\.2\.0 do by docker: it does not say its version: "docker: no daemon here\."\. Give/,
  );
});

test('an interrupted search says so, and finds no fault with k6', { skip }, async () => {
  using house = machine({ k6: 'while :; do :; done' });
  const interrupt = new AbortController();
  const found = refusal({ ...house.places, signal: interrupt.signal });
  interrupt.abort();
  assert.deepEqual(await found, {
    code: 'INTERRUPTED',
    exitCode: 2,
    said: 'Interrupted before k6 was found. Start again.',
  });
});

test('the k6 that is pinned runs a script in TypeScript against a hub', async (context) => {
  const missing = await withoutK6(process.env);
  if (missing) return context.skip(missing);
  const k6 = await findK6({ env: process.env, cwd: process.cwd() });
  const asked: string[] = [];
  const hub = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end('{}');
  });
  await once(hub.listen(0, '127.0.0.1'), 'listening');
  try {
    const scripts = join(packageRoot(), 'load', 'k6');
    const [program = '', ...words] = k6.commandFor([scripts]);
    const url = `http://127.0.0.1:${(hub.address() as AddressInfo).port}`;
    const run = ['run', '--no-usage-report', '--quiet', '-e', `HUB=${url}`, join(scripts, 'probe.ts')];
    const child = spawn(program, [...words, ...run], { stdio: ['ignore', 'pipe', 'pipe'] });
    const [said, errors, [status]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    assert.equal(status, 0, said + errors);
    assert.deepEqual(asked, ['GET /v0/health']);
  } finally {
    hub.close();
  }
});
