import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { imageOf, imagesWith } from '../../features/support/containers/image-list.ts';
import { PARTS } from '../../features/support/containers/parts.ts';
import { docker, emptyImages, whyNoContainers } from '../testing/container-engine.ts';
import { corridor, temporaryFolder } from '../testing/corridor-process.ts';
import { expectRefusal } from '../testing/expect-refusal.ts';
import { saveImages } from './save-site.ts';
import { SITE_FILE } from './site.ts';

const PREFIX = `site-${process.pid}/`;
const NPM = { folder: 'npm', registry: 'https://registry.example/' };

const images = imagesWith({}, PREFIX);
const names = PARTS.map((part) => imageOf(images, part));

/** Which of the images of this test the engine has. */
async function there(): Promise<string[]> {
  const all = await (await docker()).listImages();
  const tags = new Set(all.flatMap(({ RepoTags }) => RepoTags ?? []));
  return names.filter((name) => tags.has(name));
}

async function remove(): Promise<void> {
  const engine = await docker();
  for (const name of await there()) await engine.getImage(name).remove();
}

describe('where containers can run', async () => {
  const skip = await whyNoContainers();

  test('what images save writes, images load gives back, byte for byte; a torn folder gives nothing', {
    skip,
  }, async () => {
    using folder = temporaryFolder();
    const site = join(folder.path, 'site');
    const engine = await docker();
    const idsThere = () => Promise.all(names.map(async (name) => (await engine.getImage(name).inspect()).Id));
    await using _made = await emptyImages(PREFIX);
    const before = await idsThere();
    try {
      mkdirSync(site);
      const saved = await saveImages({
        folder: site,
        images,
        docker: engine,
        tell: () => undefined,
        signal: AbortSignal.timeout(600_000),
      });
      assert.deepEqual(
        saved.map(({ image }) => image),
        names,
      );
      const about = { version: '0.1.0', platform: 'linux-x64', images: saved, npm: NPM };
      writeFileSync(join(site, SITE_FILE), JSON.stringify(about));
      await remove();
      assert.deepEqual(await there(), []);
      const { status, stdout } = await corridor(['images', 'load', site, '--format', 'json']);
      assert.equal(status, 0, stdout);
      assert.deepEqual(JSON.parse(stdout).images, names);
      assert.deepEqual(await there(), names);
      assert.deepEqual(await idsThere(), before);
      await remove();
      appendFileSync(join(site, 'images', 'mosquitto.tar.gz'), 'x');
      const torn = await corridor(['images', 'load', site, '--format', 'json']);
      assert.equal(expectRefusal(torn, 4).code, 'SITE_TORN');
      assert.deepEqual(await there(), []);
    } finally {
      await remove();
    }
  });
});
