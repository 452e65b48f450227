import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fleetShape } from '../profile/export/device-shapes.ts';
import { PlainSink } from '../simulators/tracking/fleet/testing/plain-sink.ts';
import { until } from '../simulators/tracking/fleet/testing/small-fleet.ts';
import { CorridorProcess } from './testing/corridor-process.ts';

const wordsTo = (port: number, ...more: string[]): string[] => [
  ...['fleet', '--protocol', 'teltonika', '--to', `127.0.0.1:${port}`, '--devices', '30'],
  ...['--interval', '60', '--speed', '120', ...more],
];

const summaryOf = (stdout: string) => fleetShape.parse(JSON.parse(stdout));

test('Ctrl-C on a fleet without a duration: it leaves, and the last line is the verdict', async () => {
  await using sink = await PlainSink.start('teltonika');
  await using fleet = new CorridorProcess(wordsTo(sink.port));
  await until(() => sink.reports.size >= 30);
  fleet.kill('SIGINT');
  const ended = await fleet.ended;
  assert.equal(ended.status, 0, ended.stdout + ended.stderr);
  assert.match(ended.stdout, /\npass: every report was taken\. corridor fleet [^\n]*\n$/);
  await until(() => sink.open === 0);
});

test('Ctrl-C before the duration is over: the summary all the same, and exit 2', async () => {
  await using sink = await PlainSink.start('teltonika');
  await using fleet = new CorridorProcess(wordsTo(sink.port, '--duration', '36000', '--format', 'json'));
  await until(() => sink.reports.size >= 30);
  fleet.kill('SIGINT');
  const ended = await fleet.ended;
  assert.equal(ended.status, 2, ended.stdout + ended.stderr);
  const { interrupted, verdict } = summaryOf(ended.stdout);
  assert.deepEqual([interrupted, verdict], [true, 'inconclusive']);
});

for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'] as const)
  test(`${signal} to the group of a fleet of several processes ends it as one does`, async () => {
    await using sink = await PlainSink.start('teltonika');
    const words = wordsTo(sink.port, '--processes', '2', '--format', 'json');
    await using fleet = new CorridorProcess(words, { group: true });
    await until(() => sink.reports.size >= 30);
    fleet.killGroup(signal);
    const ended = await fleet.ended;
    assert.equal(ended.status, 0, ended.stdout + ended.stderr);
    assert.equal(ended.stderr, '');
    const { verdict, interrupted, connected } = summaryOf(ended.stdout);
    assert.deepEqual([verdict, interrupted, connected], ['pass', false, 30]);
    await until(() => sink.open === 0);
  });

for (const processes of ['1', '2'])
  test(`a second Ctrl-C ends a fleet of ${processes} at once, whatever it still waits for`, async () => {
    await using sink = await PlainSink.start('jointech', { treatment: () => 'silence' });
    const words = ['fleet', '--protocol', 'jointech', '--to', `127.0.0.1:${sink.port}`, '--devices', '4'];
    await using fleet = new CorridorProcess([...words, '--interval', '1', '--processes', processes]);
    await until(() => sink.reports.size >= 4);
    fleet.kill('SIGINT');
    await pause(400);
    const toldAt = performance.now();
    fleet.kill('SIGINT');
    assert.equal((await fleet.ended).status, 130);
    assert.ok(performance.now() - toldAt < 2_000, 'an answer is waited for 20 s');
    await until(() => sink.open === 0);
  });
