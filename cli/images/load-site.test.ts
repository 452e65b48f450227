import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { docker, emptyImages, whyNoContainers } from '../testing/container-engine.ts';
import { corridor, temporaryFolder } from '../testing/corridor-process.ts';
import { expectRefusal } from '../testing/expect-refusal.ts';
import { importImage } from './engine-images.ts';
import { SITE_FILE } from './site.ts';

const PREFIX = 'im/load/';
const IMAGE = `${PREFIX}corridor-toxiproxy:0.1`;

/** A saved folder with one archive. */
function siteWith(archive: Buffer | 'pipe', said: { part?: string; image?: string } = {}) {
  const folder = temporaryFolder();
  const file = join('images', 'toxiproxy.tar.gz');
  mkdirSync(join(folder.path, 'images'));
  if (archive === 'pipe') execFileSync('mkfifo', [join(folder.path, file)]);
  else writeFileSync(join(folder.path, file), archive);
  const sha256 = createHash('sha256').update(archive).digest('hex');
  const images = [{ part: 'toxiproxy', image: IMAGE, ...said, file, sha256 }];
  const npm = { folder: 'npm', registry: 'https://paquets.example/' };
  writeFileSync(join(folder.path, SITE_FILE), JSON.stringify({ version: '0', platform: 'a', images, npm }));
  return folder;
}

/** What `images load` says of a folder that it refuses. */
async function refusedLoad(exitCode: number, ...site: Parameters<typeof siteWith>) {
  using folder = siteWith(...site);
  return expectRefusal(await corridor(['images', 'load', folder.path, '--format', 'json']), exitCode);
}

describe('where containers can run', async () => {
  const skip = await whyNoContainers();

  test('a pipe for an archive is refused, not waited for', { skip }, async () => {
    const { code, message } = await refusedLoad(4, 'pipe');
    assert.equal(code, 'SITE_TORN');
    assert.match(message, /toxiproxy\.tar\.gz: it is a pipe or a device, no file\.$/);
  });

  test('an archive that the engine does not read is told as such', { skip }, async () => {
    const { code, message, hint } = await refusedLoad(3, gzipSync('no tar'.repeat(500)));
    assert.equal(code, 'IMAGE_NOT_LOADED');
    assert.match(message, /^Failed to load the image im\/load\/corridor-toxiproxy:0\.1 of \//);
    assert.match(hint, /images save/);
  });

  test('what the folder says is held against what the engine then has', { skip }, async () => {
    await using _images = await emptyImages(PREFIX);
    const engine = await docker();
    const archive = gzipSync(await buffer(await engine.getImage(IMAGE).get()));
    const absent = await refusedLoad(3, archive, { image: 'im/load/none:1' });
    assert.match(absent.message, /none:1 .*: the engine has none of that name afterwards\.$/);
    const other = await refusedLoad(3, archive, { part: 'postgres' });
    assert.match(other.message, /it is the image of the part "toxiproxy", not of "postgres"\.$/);
  });

  test('what was saved under a prefix is run under it', { skip }, async () => {
    await using _images = await emptyImages(PREFIX);
    const engine = await docker();
    using folder = siteWith(gzipSync(await buffer(await engine.getImage(IMAGE).get())));
    const { stdout } = await corridor(['images', 'load', folder.path]);
    assert.match(stdout, /CORRIDOR_IMAGE_PREFIX=im\/load\/ corridor verify --target containers\n/);
  });

  test('what was saved under names of its own is run by the file that names them', { skip }, async () => {
    await using _images = await emptyImages(PREFIX);
    const [engine, image] = [await docker(), `${PREFIX}panne:1`];
    await engine.getImage(IMAGE).tag({ repo: `${PREFIX}panne`, tag: '1' });
    try {
      using folder = siteWith(gzipSync(await buffer(await engine.getImage(image).get())), { image });
      const { stdout } = await corridor(['images', 'load', folder.path]);
      assert.ok(
        stdout.includes(`: corridor verify --target containers --images ${folder.path}/images.yaml\n`),
      );
    } finally {
      await engine.getImage(image).remove();
    }
  });

  test('an image of a tar that is not whole is none', { skip }, async () => {
    const engine = await docker();
    const name = 'im/load/not-whole:1';
    await assert.rejects(importImage(engine, '/no/such/folder', name, process.env), {
      code: 'IMAGE_NOT_PACKED',
      message: /\/no\/such\/folder.*No such file/,
    });
    await assert.rejects(engine.getImage(name).inspect(), { statusCode: 404 });
    await assert.rejects(importImage(engine, tmpdir(), name, { PATH: '/nowhere' }), {
      message: /spawn tar ENOENT/,
    });
  });
});
