import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { imageOf, imagesWith } from '../../features/support/containers/image-list.ts';
import { PARTS } from '../../features/support/containers/parts.ts';
import { packageRoot } from '../../profile/export/package-root.ts';

const COMPOSE = join(packageRoot(), 'containers', 'compose.yaml');
const DEV = join(packageRoot(), '.devcontainer');

const text = z.string().min(1);
/** What we use of a compose file; `docker compose` knows the rest where it is installed. */
const service = z.strictObject({
  image: text,
  environment: z.record(z.string(), z.string()).optional(),
  command: z.array(text).optional(),
  volumes: z.array(z.string().regex(/^[a-z]+:\/[\w/]+$/)).optional(),
  depends_on: z.array(text).optional(),
  restart: z.enum(['no', 'on-failure']),
  ports: z.array(z.string().regex(/^127\.0\.0\.1:[\d-]+:[\d-]+(\/udp)?$/)).optional(),
  extra_hosts: z.array(text).optional(),
  logging: z.strictObject({ driver: text, options: z.record(z.string(), z.string()) }),
});
const compose = z.strictObject({
  name: text,
  'x-limits': z.unknown(),
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.null()),
});

const read = () => compose.parse(parse(readFileSync(COMPOSE, 'utf8'), { merge: true }));

test('the compose file has every part once, under the image that verify uses, and listens on loopback alone', () => {
  const { services, volumes } = read();
  assert.deepEqual(Object.keys(services).sort(), [...PARTS].sort());
  for (const part of PARTS)
    assert.equal(services[part]?.image, `\${CORRIDOR_IMAGE_PREFIX:-}${imageOf(imagesWith(), part)}`);
  for (const { volumes: mounts = [], depends_on = [] } of Object.values(services)) {
    for (const mount of mounts) assert.ok((mount.split(':')[0] ?? '') in volumes, mount);
    for (const needed of depends_on) assert.ok(needed in services, needed);
  }
});

test('the database of the compose file has the password that the stack gives', () => {
  const { services } = read();
  const password = services['postgres']?.environment?.['POSTGRES_PASSWORD'] ?? '?';
  assert.ok(services['stack']?.command?.some((word) => word.includes(`corridor:${password}@postgres:5432/`)));
});

const hasCompose = spawnSync('docker', ['compose', 'version'], { stdio: 'ignore' }).status === 0;
test('docker compose reads the file', { skip: !hasCompose && 'skipped: needs docker compose' }, () => {
  const { status, stderr } = spawnSync('docker', ['compose', '-f', COMPOSE, 'config', '--quiet'], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
});

test('the Dev Container is built of a file that is there, and starts an engine of its own', () => {
  const dev = z
    .strictObject({
      name: text,
      build: z.strictObject({ dockerfile: text }),
      runArgs: z.array(text),
      mounts: z.array(text),
      postCreateCommand: text,
      postStartCommand: text,
      remoteUser: text,
    })
    .parse(JSON.parse(readFileSync(join(DEV, 'devcontainer.json'), 'utf8')));
  assert.ok(existsSync(join(DEV, dev.build.dockerfile)));
  assert.match(dev.postCreateCommand, /npm ci/);
  assert.ok(dev.runArgs.includes('--privileged'), 'an engine inside a container needs it');
});
