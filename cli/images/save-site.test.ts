import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { imageFile } from '../../features/support/containers/image-list.ts';
import { emptyImages, whyNoContainers } from '../testing/container-engine.ts';
import { CorridorProcess, temporaryFolder } from '../testing/corridor-process.ts';
import { IMAGES_FILE, SITE_FILE } from './site.ts';

const PREFIX = 'im/save/';
const WHOLE = ['images', 'npm', IMAGES_FILE, SITE_FILE].sort();
const packagesBeingFetched = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('corridor-packages-'));

/** A folder with an `npm` that does what a test wants of it, and a save to a folder beside. */
class Saving implements Disposable {
  readonly #folder = temporaryFolder();

  constructor(script: string) {
    const npm = join(this.#folder.path, 'npm');
    writeFileSync(
      npm,
      `#!/bin/sh\nif [ "$1" = config ]; then echo https://paquets.example/; exit; fi\n${script}\n`,
    );
    chmodSync(npm, 0o755);
  }

  get site(): string {
    return join(this.#folder.path, 'site');
  }

  start(): CorridorProcess {
    const env = { PATH: `${this.#folder.path}:${process.env['PATH']}`, CORRIDOR_IMAGE_PREFIX: PREFIX };
    return new CorridorProcess(['images', 'save', this.site], { env });
  }

  [Symbol.dispose](): void {
    this.#folder[Symbol.dispose]();
  }
}

const FILLS = 'for last; do :; done; mkdir -p "$last"';

describe('where containers can run', async () => {
  const skip = await whyNoContainers();

  test('a save is whole, or nothing is left of it but what was there', { skip }, async () => {
    await using _images = await emptyImages(PREFIX);
    using well = new Saving(FILLS);
    mkdirSync(well.site);
    await using saved = well.start();
    assert.equal((await saved.ended).status, 0, (await saved.ended).stderr);
    assert.deepEqual(readdirSync(well.site).sort(), WHOLE);
    const named = imageFile.parse(parse(readFileSync(join(well.site, IMAGES_FILE), 'utf8')));
    assert.equal(named.prefix, PREFIX);
    assert.deepEqual(named.parts?.stack?.image, 'corridor-stack');

    using badly = new Saving('echo "npm error no such host" >&2; exit 1');
    await using failed = badly.start();
    assert.match((await failed.ended).stderr, /Failed to fetch the npm packages: npm error no such host/);
    assert.equal(existsSync(badly.site), false);
    mkdirSync(badly.site);
    await using again = badly.start();
    assert.equal((await again.ended).status, 3);
    assert.deepEqual(readdirSync(badly.site), [], 'the folder of the user stays');
  });

  test('a save that is interrupted ends at once, and leaves nothing', { skip }, async () => {
    await using _images = await emptyImages(PREFIX);
    const before = packagesBeingFetched();
    using saving = new Saving('exec sleep 600');
    await using save = saving.start();
    await save.says(/corridor-mosquitto:0\.1 written/, 'stderr');
    save.kill('SIGINT');
    const { status, stderr } = await save.ended;
    assert.equal(status, 2, stderr);
    assert.match(stderr, /Interrupted before the end\.\nGive the same command again\.\n$/);
    assert.equal(existsSync(saving.site), false);
    assert.deepEqual(packagesBeingFetched(), before);
  });

  test('of two saves to one folder at once one is whole, and the other takes nothing of it away', {
    skip,
  }, async () => {
    await using _images = await emptyImages(PREFIX);
    using saving = new Saving(FILLS);
    await using one = saving.start();
    await using other = saving.start();
    const ended = await Promise.all([one.ended, other.ended]);
    const refused = ended.filter(({ status }) => status === 4);
    assert.equal(ended.filter(({ status }) => status === 0).length, 1, JSON.stringify(ended));
    assert.match(refused[0]?.stderr ?? '', /Failed to save to .*site: /);
    assert.deepEqual(readdirSync(saving.site).sort(), WHOLE);
  });
});
