import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { partOf } from '../../fixtures/load/device-ranges.ts';
import { fleetsOf, type PlannedFleet } from '../../fixtures/load/fleets.ts';
import type { LoadPlan } from '../../fixtures/load/plan.ts';
import { loadReferenceData } from '../../fixtures/reference-data.ts';
import { loadShape } from '../../profile/export/load-shape.ts';
import { journey } from '../../profile/export/tracking-shapes.ts';
import { msOfRunPerMs } from '../../profile/load/pace.ts';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type TrackerReport, trackerMark, trackerReport } from '../../reports/evidence/tracker-truth.ts';
import { LOAD_FILES, loadSample } from '../../reports/load/load-run.ts';
import { PlanReadings } from '../../simulators/tracking/fleet/plan-readings.ts';
import { until } from '../../simulators/tracking/fleet/testing/small-fleet.ts';
import type { Shard } from '../options.ts';
import { corridor, temporaryFolder } from '../testing/corridor-process.ts';
import { onlyRun } from '../testing/run-folder.ts';
import { StackByHand } from '../testing/stack-by-hand.ts';
import { readPlan } from './plan-file.ts';
import { type PreparedTraffic, prepareTraffic } from './prepare-traffic.ts';
import { withoutK6 } from './testing/needs-k6.ts';
import { tinyPlan } from './testing/tiny-plan.ts';
import { startTrackers } from './trackers.ts';

const provenance = 'assumption: of a test';
const plan = {
  playedSeconds: 8,
  journeysShortenedBy: 24,
  departures: [
    { from: 'TG', perDay: 12, hours: Array.from({ length: 24 }, (_, at) => (at < 12 ? 1 : 0)), provenance },
  ],
  trackers: [
    { protocol: 'teltonika', platform: 'TRK-TG', devices: 12, followed: 0.5, everySeconds: 600, provenance },
    { protocol: 'jt808', platform: 'TRK-BF', devices: 6, followed: 3, everySeconds: 900, provenance },
    { protocol: 'gt06', platform: 'TRK-TG', devices: 4, followed: 0.25, everySeconds: 900, provenance },
  ],
};
const FOLLOWED = 10;
const LIMIT_MS = 120_000;

const linesOf = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .slice(0, -1) // what stands behind the last end of line is still being written
    .map((text) => JSON.parse(text));

const reportsIn = (folder: string): TrackerReport[] =>
  linesOf(join(folder, LOAD_FILES.truth)).flatMap((line) => trackerReport.safeParse(line).data ?? []);

/** Plays the tiny plan against the reference stack. @returns the run folder, and what reconciling found */
async function loaded(folder: string, ...words: string[]) {
  const file = tinyPlan(folder, plan);
  const load = ['load', file, '--seed', '1', '--format', 'json', ...words];
  const { status, stdout, stderr } = await corridor(load, { cwd: folder, limitMs: LIMIT_MS });
  assert.ok(status === 0 || status === 1, stdout + stderr);
  const { findings } = loadShape.parse(JSON.parse(stdout)).reconciliation;
  return { run: onlyRun(folder), found: findings.map(({ invariant, reason }) => `${invariant}: ${reason}`) };
}

describe('where k6 is there', async () => {
  const skip = await withoutK6(process.env);

  test('the stack tells of each truck what its device made, and of each other device its last report', {
    skip,
  }, async () => {
    using folder = temporaryFolder();
    const { run, found } = await loaded(folder.path);
    assert.deepEqual(found, []);
    const exchanges = linesOf(join(run, 'exchange.ndjson')) as ExchangeRecord[];
    const answersTo = (path: string): ExchangeRecord[] =>
      exchanges.filter(
        (one) => one.kind === 'query' && one.path.startsWith(path) && one.answer?.status === 200,
      );
    const journeys = answersTo('/v0/journeys/').map(({ answer }) =>
      journey.parse(JSON.parse(answer?.body ?? '')),
    );
    assert.equal(journeys.length, FOLLOWED);
    for (const { positions, assignments } of journeys) {
      assert.ok(positions.length > 5, `${positions.length} positions`);
      assert.ok(assignments.length === 1 && assignments[0]?.until !== undefined);
      assert.ok(new Set(positions.map(({ territory }) => territory)).size >= 2, 'over a border');
    }
    assert.equal(answersTo('/v0/tracking/devices/').length, 22 - FOLLOWED);
    assert.ok(exchanges.some(({ kind, body }) => kind === 'deliver' && body?.includes('"AT17"')));
    const reports = reportsIn(run);
    const sample = loadSample.parse(linesOf(join(run, LOAD_FILES.samples)).at(-1));
    assert.equal(sample.trackers?.connected, 22);
    assert.ok((sample.trackers?.acked ?? 0) > 0 && reports.every(({ fate }) => fate !== 'unsent'));
    assert.equal(
      linesOf(join(run, LOAD_FILES.truth)).filter(
        (line) => trackerMark.safeParse(line).data?.mark === 'ended',
      ).length,
      3,
    );
  });

  for (const [deviation, seen] of [
    [
      'drops-what-was-stored',
      /tracker-reports-differ: \d+ position\(s\) acquittée\(s\) par TRK-\w\w manquent/,
    ],
    ['loses-the-west', /tracker-reports-differ: \d+ position\(s\) dites ailleurs/],
  ] as const)
    test(`a stack that ${deviation.replaceAll('-', ' ')} is found by the truth of its devices`, {
      skip,
    }, async () => {
      using folder = temporaryFolder();
      const { found } = await loaded(folder.path, '--deviation', deviation);
      assert.match(found.join('\n'), seen);
      assert.deepEqual(
        found.filter((one) => !one.startsWith('tracker-')),
        [],
      );
    });
});

test('two sites run exactly the devices of one, each with the same readings', {
  timeout: 180_000,
}, async () => {
  await using stack = await StackByHand.start();
  using folder = temporaryFolder();
  const site = async (name: string, segment?: Shard): Promise<TrackerReport[]> => {
    const runDir = join(folder.path, name);
    mkdirSync(runDir);
    const read = readPlan(tinyPlan(runDir, { ...plan, playedSeconds: 2 }), runDir);
    const given = { plan: read, seed: 1, salt: 'salt' };
    const reference = loadReferenceData();
    const { signal } = new AbortController();
    const options = { ...given, reference, at: Date.UTC(2026, 10, 23, 8) };
    const traffic = await prepareTraffic(join(runDir, 'traffic.txt'), options, segment, signal);
    const target = {
      name: 'reference',
      environment: 'test',
      hub: stack.url,
      seatsUnderTest: ['hub'],
    } as const;
    const io = { signal } as Parameters<typeof startTrackers>[1];
    await using trackers = await startTrackers({ ...given, target, runDir, traffic, segment }, io);
    trackers.begin(Date.now());
    const fleets = fleetsOf(given.plan, given.salt).map((all) =>
      segment ? partOf(all, segment.index - 1, segment.total) : all,
    );
    const expected = readingsOf(traffic, fleets, given.plan);
    await until(() => existsSync(join(runDir, LOAD_FILES.truth)) && reportsIn(runDir).length >= expected);
    await trackers.end();
    return reportsIn(runDir);
  };
  const one = await site('one');
  const first = await site('first', { index: 1, total: 2 });
  const second = await site('second', { index: 2, total: 2 });
  const devices = (reports: readonly TrackerReport[]): Set<string> =>
    new Set(reports.map(({ deviceId }) => deviceId));
  assert.equal(devices(one).size, 22);
  assert.deepEqual([devices(first).size, devices(second).size], [11, 11]);
  const made = (...all: readonly TrackerReport[][]): string[] =>
    all
      .flat()
      .map(({ fate: _, ...report }) => JSON.stringify(report))
      .sort();
  assert.deepEqual(made(first, second), made(one));
});

/** How many readings the fleets of a site make until the plan is over. */
function readingsOf(traffic: PreparedTraffic, devices: readonly PlannedFleet[], played: LoadPlan): number {
  const { corridors } = loadReferenceData();
  const corridor = corridors.get('LOME-CINKANSE-OUAGADOUGOU') ?? assert.fail('no such corridor');
  const startAt = traffic.devicesBeginAt;
  const endAt = startAt + traffic.lastMs / msOfRunPerMs(played);
  let count = 0;
  for (const { first, devices: many, intervalMs } of devices) {
    const readings = new PlanReadings({
      seed: 1,
      intervalMs,
      startAt,
      endAt,
      corridors,
      corridor,
      trucks: [],
    });
    for (let device = first; device < first + many; device += 1)
      for (
        let at: number | null = readings.firstAt(device);
        at !== null;
        at = readings.next(device, at).nextAt
      )
        count += 1;
  }
  return count;
}
