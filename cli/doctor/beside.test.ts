import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../testing/corridor-process.ts';
import { examineBeside } from './beside.ts';
import type { DoctorFinding } from './finding.ts';

const skip = process.platform === 'win32' && 'skipped: needs a shell of POSIX';

/** What the doctor finds on a machine with these programs alone, each a script, where no tool has been built. */
async function findings(programs: Readonly<Record<string, string>>, named = {}) {
  using folder = temporaryFolder();
  const bin = join(folder.path, 'bin');
  mkdirSync(bin);
  for (const [name, script] of Object.entries(programs))
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const found = await examineBeside({ env: { PATH: bin, ...named }, cwd: folder.path }, folder.path);
  const of = (id: string): DoctorFinding => found.find((each) => each.id === id) ?? assert.fail(id);
  return { toxiproxy: of('toxiproxy'), k6: of('k6') };
}

test('without Toxiproxy, k6, Go and docker the doctor warns, and says how to get them', async () => {
  const { toxiproxy, k6 } = await findings({});
  assert.deepEqual([toxiproxy.severity, k6.severity], ['warning', 'warning']);
  assert.match(toxiproxy.seen, /^no Toxiproxy and no Go: --links toxiproxy will be refused/);
  assert.match(toxiproxy.remedy, /install Go 1\.25 or later, or give TOXIPROXY_URL/);
  assert.equal(k6.seen, 'no k6, no Go and no docker: load plans will be refused');
  assert.match(k6.remedy, /K6_BIN or on PATH.*Go 1\.25.*docker/);
});

test('with Go the doctor counts on a build, with docker alone on a container', { skip }, async () => {
  const byGo = await findings({ go: 'exit 1', docker: 'exit 1' });
  assert.deepEqual([byGo.toxiproxy.severity, byGo.k6.severity], ['ok', 'ok']);
  assert.equal(byGo.k6.seen, 'Go, which builds k6 when it is asked for');
  const byDocker = await findings({ docker: 'exit 1' });
  assert.deepEqual([byDocker.toxiproxy.severity, byDocker.k6.severity], ['warning', 'ok']);
  assert.equal(byDocker.k6.seen, 'docker, which runs k6 in a container');
});

test('the doctor asks a k6 for its version, and warns of one of another series', { skip }, async () => {
  const { k6 } = await findings({ k6: 'echo "k6 v2.2.0 (go1.26.8)"' });
  assert.match(k6.seen, /^k6 2\.2\.0: \/.*\/k6$/);
  const old = await findings({ k6: 'echo "k6 v1.4.0 (go1.25.1)"', go: 'exit 1' });
  assert.equal(old.k6.severity, 'warning');
  assert.match(old.k6.seen, /it is k6 1\.4\.0; load scripts need k6 2: load plans will be refused$/);
  const nowhere = await findings({}, { K6_BIN: '/nowhere/k6' });
  assert.match(
    nowhere.k6.seen,
    /K6_BIN names "\/nowhere\/k6", where no file is: load plans will be refused$/,
  );
});
