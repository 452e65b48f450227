import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse, parseAllDocuments } from 'yaml';
import { loadShape } from '../../profile/export/load-shape.ts';
import { LOAD_FILES } from '../../reports/load/load-run.ts';
import { writeLoadReport } from '../../reports/load/write-load-report.ts';
import { reconcile } from '../../reports/reconcile/reconcile.ts';
import { renderLoadJson } from '../../reports/renderers/load-json.ts';
import { CorridorProcess, corridor, type Ended, temporaryFolder } from '../testing/corridor-process.ts';
import { onlyRun, untilExchanged } from '../testing/run-folder.ts';
import { StackByHand } from '../testing/stack-by-hand.ts';
import { findK6 } from './find-k6.ts';
import { dealtInTurn, isOfSegment, segmentWords } from './segment.ts';
import { withoutK6 } from './testing/needs-k6.ts';
import { type Crossed, countedIn, crossedIn, onlyIn, targetFor } from './testing/parts.ts';
import { tinyPlan } from './testing/tiny-plan.ts';

const LIMIT_MS = 120_000;
const SITES = [1, 2, 3] as const;
/** For all sites the same traffic, byte for byte. */
const SAME = ['--seed', '5', '--salt', 'sites', '--at', '2026-11-23T08:00:00Z'];
/** Each of the four seats has registered. */
const REGISTERED = 4;

/** The plan of these tests: short, and with more movements than there are sites. */
const planIn = (folder: string): string => tinyPlan(folder, { playedSeconds: 6 });

function site(folder: string, name: string, words: readonly string[]): CorridorProcess {
  const cwd = join(folder, name);
  mkdirSync(cwd);
  return new CorridorProcess(['load', ...words, '--format', 'json'], { cwd, limitMs: LIMIT_MS });
}

/** Seats that are there before anything is sent, and end when all senders have. @returns their run folder */
async function aroundSeats(folder: string, words: readonly string[], send: () => Promise<void>) {
  await using seats = site(folder, 'seats', [...words, '--only-seats']);
  const run = await untilExchanged(seats, join(folder, 'seats'), REGISTERED);
  await send();
  seats.kill('SIGTERM');
  const { status, stdout, stderr } = await seats.ended;
  assert.equal(status, 0, stdout + stderr);
  return run;
}

/** The merged report of several run folders, which passes. */
async function reported(folder: string, runs: readonly string[]) {
  const out = join(folder, 'report');
  const result = renderLoadJson(await writeLoadReport(runs, out));
  assert.equal(result.verdict, 'pass', JSON.stringify(result));
  return { result, counted: countedIn(out) };
}

function assertSame(seen: Crossed, expected: Crossed): void {
  assert.ok(expected.sent.length > 50 && expected.delivered.length > 50, 'something crossed');
  for (const kind of ['sent', 'delivered'] as const) {
    assert.deepEqual(onlyIn(expected[kind], seen[kind]), [], `${kind} by one and not by several`);
    assert.deepEqual(onlyIn(seen[kind], expected[kind]), [], `${kind} by several and not by one`);
  }
}

/** What one site alone sends, once for all tests of this file. */
const alone = (() => {
  let played: ReturnType<typeof playAlone> | undefined;
  return () => (played ??= playAlone());
})();

async function playAlone() {
  using folder = temporaryFolder();
  await using whole = site(folder.path, 'alone', [planIn(folder.path), ...SAME]);
  const { stdout, stderr } = await whole.ended;
  const result = loadShape.parse(JSON.parse(stdout));
  assert.equal(result.verdict, 'pass', stdout + stderr);
  const run = onlyRun(join(folder.path, 'alone'));
  return { result, crossed: await crossedIn([run]), counted: countedIn(run) };
}

describe('several senders', async () => {
  const skip = await withoutK6(process.env);

  test('three sites send together exactly what one would, and their reports merge to its counts', {
    skip,
  }, async () => {
    const one = await alone();
    await using stack = await StackByHand.start();
    using folder = temporaryFolder();
    const words = [planIn(folder.path), '--target', targetFor(folder.path, stack.url), ...SAME];
    const senders = (): CorridorProcess[] =>
      SITES.map((at) =>
        site(folder.path, `site-${at}`, [...words, '--segment', `${at}/${SITES.length}`, '--no-seats']),
      );
    const seats = await aroundSeats(folder.path, words, async () => {
      for (const { status, stdout, stderr } of await Promise.all(senders().map(({ ended }) => ended)))
        assert.equal(status, 0, stdout + stderr);
    });
    const sites = SITES.map((at) => onlyRun(join(folder.path, `site-${at}`)));
    assertSame(await crossedIn([seats, ...sites]), one.crossed);
    for (const run of sites) assert.ok((await crossedIn([run])).sent.length > 0, `${run} sent nothing`);
    const { result, counted } = await reported(folder.path, [seats, ...sites]);
    assert.deepEqual([result.offered, result.achieved], [one.result.offered, one.result.achieved]);
    assert.deepEqual(counted, one.counted);
    assert.equal(result.reconciliation.movements, one.result.reconciliation.movements);
  });

  test('trackers of two sites: what each made is compared with the journeys that the site with the seats consults', {
    skip,
  }, async () => {
    await using stack = await StackByHand.start();
    using folder = temporaryFolder();
    const provenance = 'assumption: of a test';
    const tracker = { protocol: 'teltonika', platform: 'TRK-TG', devices: 8, followed: 6, everySeconds: 900 };
    const plan = tinyPlan(folder.path, { playedSeconds: 6, trackers: [{ ...tracker, provenance }] });
    const words = [plan, '--target', targetFor(folder.path, stack.url), ...SAME];
    const seats = await aroundSeats(folder.path, words, async () => {
      const sites = [1, 2].map((at) =>
        site(folder.path, `site-${at}`, [...words, '--segment', `${at}/2`, '--no-seats']),
      );
      for (const { status, stdout, stderr } of await Promise.all(sites.map(({ ended }) => ended)))
        assert.equal(status, 0, stdout + stderr);
    });
    const runs = [seats, ...[1, 2].map((at) => onlyRun(join(folder.path, `site-${at}`)))];
    const evidence = readFileSync(join(seats, 'exchange.ndjson'), 'utf8');
    assert.equal(evidence.match(/"path":"\/v0\/journeys\//g)?.length, 6);
    assert.equal(evidence.match(/"path":"\/v0\/tracking\/devices\//g)?.length, 2);
    assert.deepEqual((await reconcile(runs)).findings, []);
    // That something was compared shows where the truth of one site is another.
    const truth = join(runs[1] ?? '', LOAD_FILES.truth);
    writeFileSync(truth, readFileSync(truth, 'utf8').replaceAll(/"lat":\d/g, '"lat":4'));
    const found = (await reconcile(runs)).findings.map(({ invariant }) => invariant);
    assert.deepEqual([...new Set(found)], ['tracker-reports-differ']);
  });

  test('the runners of a generated set do the same, and what they print becomes a run folder', {
    skip,
  }, async () => {
    const one = await alone();
    await using stack = await StackByHand.start();
    using folder = temporaryFolder();
    const target = targetFor(folder.path, stack.url);
    const plan = planIn(folder.path);
    const set = await written(folder.path, plan, target);
    const words = [plan, '--target', target, ...SAME];
    const logs = SITES.map((at) => join(folder.path, `runner-${at}.log`));
    const seats = await aroundSeats(folder.path, words, async () => {
      await prepare(set);
      await Promise.all(logs.map((log, at) => runner(set, at + 1, log)));
    });
    const read = await corridor(['load', ...words, '--from-log', ...logs, '--out', 'runs'], {
      cwd: folder.path,
    });
    assert.equal(read.status, 0, read.stdout + read.stderr);
    const senders = onlyRun(folder.path, 'runs');
    assertSame(await crossedIn([seats, senders]), one.crossed);
    const { result, counted } = await reported(folder.path, [seats, senders]);
    assert.deepEqual([result.offered, result.achieved], [one.result.offered, one.result.achieved]);
    assert.deepEqual(counted, one.counted);

    // A log of a pod whose beginning was rotated away: what is missing is said.
    writeFileSync(
      logs[0] ?? '',
      readFileSync(logs[0] ?? '', 'utf8')
        .split('\n')
        .slice(40)
        .join('\n'),
    );
    const cut = await corridor(['load', ...words, '--from-log', ...logs.slice(0, 2), '--out', 'cut'], {
      cwd: folder.path,
    });
    assert.equal(cut.status, 2, cut.stdout + cut.stderr);
    assert.match(cut.stderr, /\d+ movements have no end in these logs/);
  });

  test('k6 deals movements to equal segments in turn, as they are counted', { skip }, async () => {
    const k6 = await findK6({ env: process.env, cwd: process.cwd() });
    using folder = temporaryFolder();
    const script = join(folder.path, 'numbers.ts');
    writeFileSync(script, NUMBERS);
    const total = 7;
    for (const index of [1, 4, total]) {
      const segment = { index, total };
      const words = ['run', '--quiet', '--no-usage-report', '--log-format', 'raw', '--log-output', 'stdout'];
      const ended: Ended = await new CorridorProcess(
        [...words, '-e', `MOST=${dealtInTurn(100, segment)}`, ...segmentWords(segment), script],
        {
          command: k6.commandFor([folder.path]) as [string],
        },
      ).ended;
      const numbers: number[] = [...ended.stdout.matchAll(/^NUMBER (\d+)$/gm)].map(([, number]) =>
        Number(number),
      );
      assert.ok(numbers.length > 10, ended.stdout + ended.stderr);
      assert.deepEqual(
        numbers.filter((number) => !isOfSegment(number, segment)),
        [],
      );
    }
  });
});

/** With 100 virtual users at most the parts would not be equal. */
const NUMBERS = `import exec from 'k6/execution';
export const options = { scenarios: { numbers: { executor: 'ramping-arrival-rate', startRate: 0, timeUnit: '1s',
  preAllocatedVUs: 14, maxVUs: Number(__ENV.MOST), stages: [{ duration: '0s', target: 100 }, { duration: '2s', target: 100 }] } } };
export default function () { console.log('NUMBER ' + exec.scenario.iterationInTest); }
`;

/** A set as it would be mounted: the scripts flat in one folder, plan and target in another. */
interface Mounted {
  readonly folder: string;
  readonly spec: TestRunSpec;
}

interface TestRunSpec {
  readonly parallelism: number;
  readonly arguments: string;
  readonly script: { readonly configMap: { readonly file: string } };
  readonly runner: { readonly initContainers: readonly { readonly command: readonly string[] }[] };
}

async function written(folder: string, plan: string, target: string): Promise<Mounted> {
  const set = join(folder, 'set');
  const words = ['load', plan, '--kubernetes', set, '--target', target, '--runners', String(SITES.length)];
  const { status, stdout, stderr } = await corridor([...words, ...SAME]);
  assert.equal(status, 0, stdout + stderr);
  for (const [place, name] of ['plan', 'test'].entries()) {
    mkdirSync(join(folder, name));
    const config = parseAllDocuments(readFileSync(join(set, '10-config.yaml'), 'utf8'))[place]?.toJS() as {
      data: Record<string, string>;
    };
    for (const [file, text] of Object.entries(config.data)) writeFileSync(join(folder, name, file), text);
  }
  const { spec } = parse(readFileSync(join(set, '40-testrun.yaml'), 'utf8')) as { spec: TestRunSpec };
  assert.equal(spec.parallelism, SITES.length);
  return { folder, spec };
}

/** Places of a pod, in the folder of the test. */
const here = ({ folder }: Mounted, word: string): string =>
  word.replace(/(^|=)\/(plan|traffic)\b/, `$1${folder}/$2`);

/** What the init container of every runner does. */
async function prepare(set: Mounted): Promise<void> {
  const [program, ...words] = set.spec.runner.initContainers[0]?.command ?? [];
  assert.equal(program, 'corridor');
  const { status, stdout, stderr } = await corridor(words.map((word) => here(set, word)));
  assert.equal(status, 0, stdout + stderr);
}

/** A runner as the operator starts it; its output is what `kubectl logs` prints. */
async function runner(set: Mounted, index: number, log: string): Promise<void> {
  const k6 = await findK6({ env: process.env, cwd: process.cwd() });
  const [program = '', ...first] = k6.commandFor([set.folder]);
  const { spec } = set;
  const words = [
    ...['run', '--quiet', ...segmentWords({ index, total: spec.parallelism })],
    ...spec.arguments.split(' ').map((word) => here(set, word)),
    ...[join(set.folder, 'test', spec.script.configMap.file), '--address=127.0.0.1:0'],
    ...['--tag', `instance_id=${index}`],
  ];
  const out = openSync(log, 'w');
  const child = spawn(program, [...first, ...words], { stdio: ['ignore', out, out] });
  const [code] = (await once(child, 'exit')) as [number | null];
  assert.equal(code, 0, readFileSync(log, 'utf8').slice(-2_000));
}
