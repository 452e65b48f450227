import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { onPath } from '../../go-tools/index.ts';
import { toxiproxyForTests } from '../testing/engines.ts';
import { findToxiproxy } from './find-toxiproxy.ts';
import { ToxiproxyApi } from './toxiproxy-api.ts';
import { Toxiproxy } from './toxiproxy-server.ts';

const root = path.resolve(__dirname, '..', '..', '..');
const REMEDY = /TOXIPROXY_URL.*TOXIPROXY_BIN.*Go 1\.25.*--links embedded/;

test('a binary that is named and not there is told, with the ways to get one', async () => {
  const found = findToxiproxy({ env: { TOXIPROXY_BIN: '/nowhere/toxiproxy' }, root });
  await assert.rejects(found, { code: 'TOXIPROXY_MISSING', message: /names "\/nowhere\/toxiproxy"/ });
  await assert.rejects(found, { message: REMEDY });
});

test('without a binary and without Go, one sentence says so', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'corridor-tools-'));
  try {
    const places = { env: { PATH: folder }, root: folder };
    await assert.rejects(findToxiproxy(places), { message: /tools\/go.mod is not here/ });
    await mkdir(path.join(folder, 'tools'));
    await writeFile(path.join(folder, 'tools', 'go.sum'), '');
    await copyFile(path.join(root, 'tools', 'go-tools.js'), path.join(folder, 'tools', 'go-tools.js'));
    await assert.rejects(findToxiproxy(places), { message: /there is no Go toolchain to build it/ });
    await assert.rejects(findToxiproxy(places), { message: REMEDY });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a binary on PATH is found', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'corridor-tools-'));
  try {
    const file = path.join(
      folder,
      process.platform === 'win32' ? 'toxiproxy-server.exe' : 'toxiproxy-server',
    );
    await writeFile(file, '');
    assert.equal(await findToxiproxy({ env: { PATH: folder }, root }), file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a binary that does not start is told, and nothing is left of it', async () => {
  const env = { TOXIPROXY_BIN: process.execPath };
  await assert.rejects(Toxiproxy.open({ env, root }), {
    code: 'TOXIPROXY_FAILED',
    message: /does not answer: ".*bad option: -host.*"\. Run it by hand/s,
  });
});

test('an address where nobody is, or where something else is, is told', async () => {
  await assert.rejects(Toxiproxy.open({ env: { TOXIPROXY_URL: 'http://127.0.0.1:1' }, root }), {
    code: 'TOXIPROXY_FAILED',
    message: /at http:\/\/127.0.0.1:1: GET \/version: ECONNREFUSED. See that a Toxiproxy/,
  });
  const other = createServer((_request, response) => response.end('<html>'));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const api = new ToxiproxyApi(`http://127.0.0.1:${(other.address() as AddressInfo).port}`);
  const proxy = { name: 'x', listen: '127.0.0.1:0', upstream: '127.0.0.1:1' };
  await assert.rejects(api.createProxy(proxy), { message: /found "<html>"/ });
  other.close();
});

test('our own Toxiproxy ends when it is disposed', async (context) => {
  const toxiproxy = await toxiproxyForTests();
  if (!toxiproxy) return context.skip('needs Toxiproxy');
  const { api } = toxiproxy;
  assert.match(await api.version(), /^(git|2\.)/);
  await assert.rejects(api.deleteProxy('nobody'), { message: /answered by 404 "proxy not found"/ });
  await toxiproxy[Symbol.asyncDispose]();
  await assert.rejects(api.version(), { code: 'TOXIPROXY_FAILED' });
});

const withoutSetpriv = onPath(process.env, 'setpriv') === undefined && 'skipped: needs setpriv';

test('our own Toxiproxy ends when its keeper is killed', { skip: withoutSetpriv }, async (context) => {
  await using toxiproxy = await toxiproxyForTests();
  if (!toxiproxy?.pid) return context.skip('needs Toxiproxy');
  const { api, pid } = toxiproxy;
  await api.version();
  process.kill(pid, 'SIGKILL');
  await untilGone(api);
});

test('our own Toxiproxy ends when its owner is killed', async (context) => {
  const holder = path.join(__dirname, '..', 'testing', 'hold-toxiproxy.ts');
  const owner = spawn(process.execPath, ['--require', 'ts-node/register', holder], { cwd: root });
  const [said] = (await once(owner.stdout, 'data')) as [Buffer];
  const url = said.toString().trim();
  if (url === 'none') {
    owner.kill('SIGKILL');
    return context.skip('needs Toxiproxy');
  }
  const api = new ToxiproxyApi(url);
  await api.version();
  owner.kill('SIGKILL');
  await untilGone(api);
});

async function untilGone(api: ToxiproxyApi): Promise<void> {
  const isGone = async (): Promise<boolean> => (await api.version().catch(() => undefined)) === undefined;
  for (let probe = 0; probe < 200 && !(await isGone()); probe += 1) await pause(25);
  assert.ok(await isGone());
}
