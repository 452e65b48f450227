import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { test } from 'node:test';
import { fleetShape } from '../profile/export/device-shapes.ts';
import { PlainSink } from '../simulators/tracking/fleet/testing/plain-sink.ts';
import { corridor } from './testing/corridor-process.ts';
import { expectReadable, expectRefusal } from './testing/expect-refusal.ts';

const wordsTo = (port: number, ...more: string[]): string[] => [
  ...['fleet', '--protocol', 'teltonika', '--to', `127.0.0.1:${port}`, '--devices', '30'],
  ...['--interval', '60', '--speed', '120', ...more],
];

const summaryOf = (stdout: string) => fleetShape.parse(JSON.parse(stdout));

test('corridor fleet: a plain server acknowledges every report, and the summary counts what the server counted', async () => {
  await using sink = await PlainSink.start('teltonika');
  const ended = await corridor(wordsTo(sink.port, '--duration', '180', '--sources', '3', '--format', 'json'));
  assert.equal(ended.status, 0, ended.stdout + ended.stderr);
  const summary = summaryOf(ended.stdout);
  assert.deepEqual(sink.faults, []);
  assert.equal(summary.verdict, 'pass');
  assert.equal(summary.connected, 30);
  assert.equal(sink.connections, 30);
  assert.equal(sink.sources.size, 3);
  assert.ok(summary.sent >= 60, `${summary.sent} sent`);
  assert.equal(summary.acked, summary.sent);
  assert.equal(sink.framesWithReports, summary.sent);
  assert.equal(sink.reports.size, summary.readings.delivered);
  assert.ok(summary.latencyMs !== null && summary.latencyMs.p50 <= summary.latencyMs.max);
  assert.match(summary.replay, /^corridor fleet --protocol teltonika /);
});

test('corridor fleet --processes: each process has a part of the devices, none has one twice', async () => {
  await using sink = await PlainSink.start('teltonika');
  const ended = await corridor(
    wordsTo(sink.port, '--duration', '240', '--processes', '2', '--format', 'json'),
  );
  assert.equal(ended.status, 0, ended.stdout + ended.stderr);
  const summary = summaryOf(ended.stdout);
  const devices = new Set([...sink.reports.keys()].map((report) => report.split(' ')[0]));
  assert.deepEqual([summary.connected, sink.connections, devices.size], [30, 30, 30]);
  assert.equal(sink.framesWithReports, summary.acked);
});

test('corridor fleet --journeys: trucks on every corridor report to the same server', async () => {
  await using sink = await PlainSink.start('jt808');
  const words = [
    'fleet',
    '--protocol',
    'jt808',
    '--to',
    `127.0.0.1:${sink.port}`,
    '--devices',
    '20',
    '--journeys',
  ];
  const ended = await corridor([...words, '--speed', '600', '--duration', '1200', '--format', 'json']);
  assert.equal(ended.status, 0, ended.stdout + ended.stderr);
  assert.deepEqual(sink.faults, []);
  assert.ok(sink.reports.size >= 20, `${sink.reports.size} reports`);
});

test('a login that is refused is counted as refused, and the summary names it', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.write(Buffer.of(0)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const words = ['fleet', '--protocol', 'teltonika', '--to', `127.0.0.1:${port}`, '--devices', '3'];
  const ended = await corridor([...words, '--interval', '1', '--duration', '2']);
  server.close();
  assert.equal(ended.status, 1, ended.stdout + ended.stderr);
  assert.match(ended.stdout, /, 0 timeouts, /);
  assert.match(ended.stdout, /\nfail: an answer was no; most often: login refused \(\d+ times\)\. /);
});

test('a broker that refuses the login is told as such', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(Buffer.of(0x20, 2, 0, 5)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const words = ['fleet', '--protocol', 'mqtt', '--to', `127.0.0.1:${port}`, '--devices', '1'];
  const ended = await corridor([...words, '--interval', '1', '--duration', '2', '--format', 'json']);
  server.close();
  assert.equal(ended.status, 1, ended.stdout + ended.stderr);
  const { refused, failedConnects, causes } = summaryOf(ended.stdout);
  assert.ok(refused > 0);
  assert.deepEqual([failedConnects, causes[0]], [0, { cause: 'login refused', count: refused }]);
});

test('a duration in which nothing falls due says so', async () => {
  await using sink = await PlainSink.start('teltonika');
  const words = ['fleet', '--protocol', 'teltonika', '--to', `127.0.0.1:${sink.port}`, '--devices', '1'];
  const ended = await corridor([...words, '--interval', '80000', '--duration', '1']);
  assert.equal(ended.status, 2, ended.stdout + ended.stderr);
  assert.match(ended.stdout, /, 1 device, /);
  assert.match(
    ended.stdout,
    /\ninconclusive: no report fell due: the first of a device comes within --interval\. /,
  );
});

test('a platform that refuses reports turns the verdict red', async () => {
  await using sink = await PlainSink.start('teltonika', { treatment: () => Buffer.alloc(4) });
  const ended = await corridor(wordsTo(sink.port, '--duration', '120', '--format', 'json'));
  assert.equal(ended.status, 1, ended.stdout + ended.stderr);
  const summary = summaryOf(ended.stdout);
  assert.equal(summary.verdict, 'fail');
  assert.ok(summary.refused >= 30);
  assert.equal(summary.acked, 0);
});

test('wrong usage is one sentence with what was seen and what to do, and exit 4', async () => {
  await using sink = await PlainSink.start('teltonika');
  const port = sink.port;
  await sink[Symbol.asyncDispose]();
  const to = ['fleet', '--protocol', 'gt06', '--to'];
  const cases: readonly [words: string[], code: string, message: RegExp][] = [
    [[...to, `127.0.0.1:${port}`], 'NOTHING_LISTENS', /nothing listens there/],
    [[...to, `127.0.0.1:${port}`, '--processes', '2'], 'NOTHING_LISTENS', /nothing listens there/],
    [[...to, `[::1]:${port}`], 'NOTHING_LISTENS', /to \[::1\]:/],
    [[...to, `127.0.0.1:${port}`, '--variant', '2042'], 'UNKNOWN_VARIANT', /"2042" as --variant of gt06/],
    [['fleet', '--protocol', 'jt808', '--to', 'a:1', '--variant', ''], 'UNKNOWN_VARIANT', /"" as/],
    [['fleet', '--protocol', 'jt808'], 'NO_PLATFORM', /neither --to nor --register/],
    [['fleet', '--protocol', 'jt808', '--register', 'hub'], 'NOT_A_HUB', /"hub" as --register/],
    [[...to, 'localhost'], 'NOT_AN_ADDRESS', /"localhost" as --to/],
    [[...to, 'host.invalid:5023'], 'UNKNOWN_HOST', /host\.invalid/],
    [[...to, `127.0.0.1:${port}`, '--udp'], 'NO_DATAGRAMS', /gt06/],
    [[...to, `127.0.0.1:${port}`, '--corridor', 'LOME-MOON'], 'UNKNOWN_CORRIDOR', /LOME-MOON/],
    [[...to, '192.0.2.1:5023', '--sources', '3'], 'SOURCES_ELSEWHERE', /192\.0\.2\.1/],
    [[...to, `127.0.0.1:${port}`, '--interval', '0'], 'WRONG_USAGE', /found "0"/],
    [['fleet', '--protocol', 'gt07', '--to', 'localhost:1'], 'WRONG_USAGE', /gt07/],
  ];
  for (const [words, code, message] of cases) {
    const error = expectRefusal(await corridor([...words, '--format', 'json']), 4);
    assert.equal(error.code, code, words.join(' '));
    assert.match(error.message, message);
  }
});

test('more devices than the machine allows open files are refused before one connects', {
  skip: process.platform !== 'linux' && 'skipped: needs /proc',
}, async () => {
  const words = [
    'fleet',
    '--protocol',
    'gt06',
    '--to',
    '127.0.0.1:1',
    '--devices',
    '1000',
    '--format',
    'json',
  ];
  const launcher = [
    'bash',
    '-c',
    'ulimit -n 400; exec "$@"',
    'bash',
    process.execPath,
    'bin/corridor.js',
  ] as const;
  const [program, ...first] = launcher;
  const ended = await corridor(words, { command: [program, ...first] });
  const { code, message, hint } = expectRefusal(ended, 4);
  assert.equal(code, 'TOO_MANY_DEVICES');
  assert.match(message, /1000 devices in one process: this machine allows 400 open files/);
  assert.match(hint, /--processes 3/);
  expectReadable(ended);
});
