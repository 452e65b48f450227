import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

const root = path.resolve(__dirname, '..');
const copy = mkdtempSync(path.join(tmpdir(), 'corridor-imports-'));
after(() => rmSync(copy, { recursive: true, force: true }));

/** Each line is a file and one thing that it must not import. */
const FORBIDDEN: ReadonlyArray<readonly [file: string, source: string]> = [
  ['profile/messages/planted.ts', '../../fixtures/offices.ts'],
  ['profile/messages/planted.ts', '../../simulators/customs/index.ts'],
  ['profile/planted.ts', '../reports/evidence/writer.ts'],
  ['profile/planted.ts', 'node:fs'],
  ['profile/planted.ts', 'fs'],
  ['profile/planted.ts', 'yaml'],
  ['profile/export/planted.ts', '../../cli/main.ts'],
  ['profile/planted.test.ts', '../fixtures/offices.ts'],
  ['fixtures/planted.ts', '../simulators/tracking/index.ts'],
  ['fixtures/planted.ts', '../reports/evidence/writer.ts'],
  ['simulators/customs/planted.ts', '../../features/support/world.ts'],
  ['simulators/customs/planted.ts', '../../reports/write-reports.ts'],
  ['simulators/customs/planted.ts', '../../cli/main.ts'],
  ['simulators/customs/planted.ts', '../stack/index.ts'],
  ['simulators/customs/nodes/planted.ts', '../../stack/outbox/outbox.ts'],
  ['simulators/tracking/planted.ts', '../stack/index.ts'],
  ['simulators/stack/planted.ts', '../customs/index.ts'],
  ['simulators/stack/deviations/planted.ts', '../../customs/index.ts'],
  ['simulators/stack/planted.ts', '../../features/checks/passage.ts'],
  ['features/steps/planted.steps.ts', '../../cli/main.ts'],
  ['features/steps/planted.steps.ts', '../../simulators/stack/main.ts'],
  ['features/support/planted.ts', '../../simulators/stack/main.ts'],
  ['features/steps/planted.steps.ts', '../../simulators/stack/database.ts'],
  ['features/steps/planted.steps.ts', '../../reports/write-reports.ts'],
  ['features/support/planted.ts', '../../simulators/stack/outbox/outbox.ts'],
  ['features/checks/planted.ts', '../../simulators/customs/index.ts'],
  ['features/checks/planted.ts', '../../fixtures/offices.ts'],
  ['features/checks/planted.ts', '../support/world.ts'],
  ['features/checks/planted.ts', '../../reports/write-reports.ts'],
  ['features/checks/passage/planted.ts', '../../../simulators/customs/index.ts'],
  ['reports/planted.ts', '../simulators/customs/index.ts'],
  ['reports/planted.ts', '../features/checks/passage.ts'],
  ['reports/planted.ts', '../fixtures/offices.ts'],
  ['reports/planted.ts', '../cli/main.ts'],
  ['reports/evidence/planted.ts', '../write-reports.ts'],
  ['reports/evidence/planted.ts', '../../simulators/customs/index.ts'],
  ['reports/evidence/chain/planted.ts', '../../renderers/html.ts'],
  ['cli/planted.ts', '../tools/bench/main.ts'],
  ['cli/planted.ts', '../load/k6/movements.ts'],
  ['cli/commands/planted.ts', '../../load/k6/movements.ts'],
  ['cli/commands/planted.ts', '../../tools/bench/main.ts'],
  ['load/planted.ts', 'node:fs'],
  ['load/k6/planted.ts', 'node:fs'],
  ['load/k6/planted.test.ts', 'k6/http'],
  ['load/planted.ts', 'undici'],
  ['tools/storm/planted.ts', '../../simulators/stack/testing/stand.ts'],
];

/** Each line is a file and one thing that it may import. */
const ALLOWED: ReadonlyArray<readonly [file: string, source: string]> = [
  ['profile/messages/control.ts', 'zod'],
  ['profile/messages/control.ts', '../states/movement-states.ts'],
  ['profile/envelope/control.ts', 'canonicalize'],
  ['profile/export/control.ts', 'node:fs'],
  ['profile/control.test.ts', 'node:test'],
  ['fixtures/control.ts', '../profile/index.ts'],
  ['simulators/customs/control.ts', '../../reports/evidence/writer.ts'],
  ['simulators/customs/control.ts', '../../fixtures/offices.ts'],
  ['simulators/stack/control.ts', '../tracking/index.ts'],
  ['features/steps/control.steps.ts', '../checks/passage.ts'],
  ['features/steps/control.steps.ts', '../../simulators/customs/index.ts'],
  ['features/checks/control.ts', './passage/order.ts'],
  ['features/checks/control.ts', '../../profile/index.ts'],
  ['features/checks/passage/control.ts', '../shared.ts'],
  ['features/checks/passage/control.ts', '../../../reports/evidence/reader.ts'],
  ['reports/renderers/control.ts', '../evidence/reader.ts'],
  ['reports/evidence/control.ts', '../../profile/index.ts'],
  ['reports/evidence/chain/control.ts', '../writer.ts'],
  ['cli/control.ts', '../features/support/world.ts'],
  ['cli/commands/control.ts', '../load/find-k6.ts'],
  ['cli/load/control.ts', '../../simulators/go-tools/index.ts'],
  ['load/control.ts', 'k6/http'],
  ['load/k6/control.ts', './pace.ts'],
  ['load/k6/control.test.ts', 'node:test'],
  ['tools/storm/control.ts', '../../simulators/links/testing/commit-link.ts'],
];

function plant(lines: ReadonlyArray<readonly [string, string]>): Map<string, readonly [string, string]> {
  const planted = new Map<string, readonly [string, string]>();
  lines.forEach(([file, source], index) => {
    const name = file.replace(/(planted|control)/, `$1-${index}`);
    mkdirSync(path.join(copy, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(copy, name), `import '${source}';\n`);
    planted.set(name, [file, source]);
  });
  return planted;
}

function filesRefusedByBiome(): Set<string> {
  cpSync(path.join(root, 'biome.json'), path.join(copy, 'biome.json'));
  const biome = path.join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const options = [
    'lint',
    '--only=style/noRestrictedImports',
    '--max-diagnostics=none',
    '--reporter=github',
    '.',
  ];
  const run = spawnSync(process.execPath, [biome, ...options], { cwd: copy, encoding: 'utf8' });
  assert.equal(run.status, 1, `biome should refuse the planted files:\n${run.stdout}\n${run.stderr}`);
  const hits = run.stdout.matchAll(/title=lint\/style\/noRestrictedImports,file=([^,]+),/g);
  return new Set([...hits].map(([, file]) => path.relative(copy, path.resolve(copy, file ?? ''))));
}

test('biome refuses every import against the directions of the house, and no other', () => {
  const forbidden = plant(FORBIDDEN);
  const allowed = plant(ALLOWED);
  const refused = filesRefusedByBiome();
  const missed = [...forbidden].filter(([name]) => !refused.has(name)).map(([, line]) => line.join(' -> '));
  const wronged = [...allowed].filter(([name]) => refused.has(name)).map(([, line]) => line.join(' -> '));
  assert.deepEqual({ missed, wronged }, { missed: [], wronged: [] });
});
