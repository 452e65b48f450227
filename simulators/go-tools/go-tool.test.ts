import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { builtGoTool, findGoTool, type GoTool } from './go-tool.ts';
import { onPath } from './on-path.ts';

const builder = path.resolve(__dirname, '..', '..', 'tools', 'go-tools.js');
const k6: GoTool = { name: 'k6', variable: 'K6_BIN', program: 'k6' };
const toxiproxy: GoTool = { name: 'Toxiproxy', variable: 'TOXIPROXY_BIN', program: 'toxiproxy-server' };
const skip = process.platform === 'win32' && 'skipped: needs a shell of POSIX';

/** A package in a folder of its own, whose Go toolchain is a script; `$6` is the file that it is to make, `$7` what of. */
class Package implements Disposable {
  readonly root = mkdtempSync(path.join(tmpdir(), 'corridor-go-tools-'));
  readonly notes: string[] = [];
  readonly #bin = path.join(this.root, 'bin');

  constructor(go?: string) {
    for (const folder of ['tools', 'bin']) mkdirSync(path.join(this.root, folder));
    copyFileSync(builder, path.join(this.root, 'tools', 'go-tools.js'));
    this.pin('one');
    const script = `#!/bin/sh\nroot='${this.root}'\necho "$7" >>"$root/asked"\n${go}\n`;
    if (go !== undefined) writeFileSync(path.join(this.#bin, 'go'), script, { mode: 0o755 });
  }

  pin(sums: string): void {
    writeFileSync(path.join(this.root, 'tools', 'go.sum'), sums);
  }

  places(signal?: AbortSignal, note = (sentence: string): unknown => this.notes.push(sentence)) {
    return { env: { PATH: this.#bin }, root: this.root, note, signal };
  }

  /** What the Go toolchain was asked to build. */
  asked(): string[] {
    return readFileSync(path.join(this.root, 'asked'), 'utf8').trim().split('\n');
  }

  /** Every file and folder under `.cache/tools`. */
  built(): string[] {
    return readdirSync(path.join(this.root, '.cache', 'tools'), { recursive: true })
      .map(String)
      .sort();
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

test('a tool is built once for what is pinned, says so, and no other tool with it', { skip }, async () => {
  using house = new Package('echo whole >"$6"');
  const { file, by } = await findGoTool(k6, house.places());
  assert.deepEqual([by, readFileSync(file, 'utf8')], ['built', 'whole\n']);
  assert.deepEqual(house.notes, ['k6 is built by the Go toolchain, once; this takes a minute or two.']);
  assert.equal((await findGoTool(k6, house.places())).file, file);
  assert.deepEqual(house.asked(), ['go.k6.io/k6/v2']);
  await builtGoTool(toxiproxy, house.places());
  assert.deepEqual(house.asked(), ['go.k6.io/k6/v2', 'github.com/Shopify/toxiproxy/v2/cmd/server']);
  house.pin('two');
  assert.notEqual((await findGoTool(k6, house.places())).file, file);
  assert.equal(house.asked().length, 3);
});

test('what is built already needs no Go toolchain', { skip }, async () => {
  using house = new Package('echo whole >"$6"');
  const builtOnly = { ...house.places(), build: false };
  await assert.rejects(builtGoTool(k6, builtOnly), { seen: 'it is not built' });
  const file = await builtGoTool(k6, house.places());
  assert.equal(await builtGoTool(k6, { ...builtOnly, env: { PATH: '' } }), file);
  assert.equal(await builtGoTool(k6, { ...house.places(), env: { PATH: '' } }), file);
});

test('two that build at once both get the one whole file', { skip }, async () => {
  // Each goes on only when both have begun.
  using house = new Package(
    'until [ -e "$root/second" ]; do [ "$(wc -l <"$root/asked")" -ge 2 ] && : >"$root/second"; done; echo whole >"$6"',
  );
  const places = { ...house.places(), env: { PATH: `${house.places().env.PATH}:/usr/bin:/bin` } };
  const files = await Promise.all([builtGoTool(k6, places), builtGoTool(k6, places)]);
  assert.equal(files[0], files[1]);
  assert.equal(readFileSync(files[0], 'utf8'), 'whole\n');
  assert.equal(house.asked().length, 2);
  assert.deepEqual(house.built().length, 2, 'its folder and the file');
});

test('an interrupted build ends the Go toolchain and leaves nothing half-built', { skip }, async () => {
  using house = new Package(
    'echo half >"$6"; echo half >"$GOTMPDIR/b001"; echo "k6 is half" >&2; while :; do :; done',
  );
  const interrupt = new AbortController();
  const places = house.places(interrupt.signal, (said) => said === 'k6 is half' && interrupt.abort());
  await assert.rejects(builtGoTool(k6, places), { seen: 'its build was interrupted' });
  assert.equal(house.built().length, 1, 'an empty folder');
  await assert.rejects(builtGoTool(k6, house.places(AbortSignal.abort())), {
    seen: /interrupted|built nothing/,
  });
});

test('what a build left that was killed is taken away by one of a later day', { skip }, async () => {
  using house = new Package('echo whole >"$6"');
  const cache = path.join(house.root, '.cache', 'tools');
  for (const name of ['build-old', 'build-new']) mkdirSync(path.join(cache, name), { recursive: true });
  writeFileSync(path.join(cache, 'build-old', 'k6'), 'half');
  utimesSync(path.join(cache, 'build-old'), 0, 0);
  await builtGoTool(k6, house.places());
  assert.deepEqual(
    house.built().filter((name) => name.startsWith('build-')),
    ['build-new'],
  );
});

test('a build that fails quotes what the Go toolchain said last, and leaves nothing', { skip }, async () => {
  using house = new Package('echo "go: downloading" >&2; echo "no such host" >&2; echo half >"$6"; exit 1');
  const found = findGoTool(k6, house.places());
  await assert.rejects(found, {
    code: 'GO_TOOL_MISSING',
    message:
      'Failed to find k6: no binary was named or found, and the Go toolchain could not build it ("no such host").',
  });
  assert.equal(house.built().length, 1, 'an empty folder');
});

test('without a Go toolchain, or without what it would build, a clause says so', async () => {
  using house = new Package();
  await assert.rejects(builtGoTool(k6, house.places()), { seen: 'there is no Go toolchain to build it' });
  rmSync(path.join(house.root, 'tools'), { recursive: true });
  await assert.rejects(builtGoTool(k6, house.places()), { seen: 'tools/go.mod is not here' });
});

test('a binary that is named wins over one on PATH; a folder of that name is neither', async () => {
  using house = new Package();
  const { env } = house.places();
  const file = path.join(env.PATH, process.platform === 'win32' ? 'k6.exe' : 'k6');
  mkdirSync(file);
  assert.equal(onPath(env, 'k6'), undefined);
  const named = findGoTool(k6, { ...house.places(), env: { ...env, K6_BIN: file } });
  await assert.rejects(named, { seen: `K6_BIN names "${file}", where no file is` });
  rmSync(file, { recursive: true });
  writeFileSync(file, '');
  assert.deepEqual(await findGoTool(k6, house.places()), { file, by: 'path' });
  const other = { ...house.places(), env: { ...env, K6_BIN: process.execPath } };
  assert.deepEqual(await findGoTool(k6, other), { file: process.execPath, by: 'named' });
});

test('the script that builds the tools refuses what is none of them', () => {
  const { status, stderr } = spawnSync(process.execPath, [builder, 'k7'], { encoding: 'utf8' });
  assert.equal(status, 4);
  assert.equal(stderr, 'Found "k7": give toxiproxy-server, k6 or nothing.\n');
});
