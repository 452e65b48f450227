import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freePort } from '../devices/testing/free-port.ts';
import { PlainSink, type SinkProtocol, type Treatment } from './testing/plain-sink.ts';
import { fleetOf, runUntil, someReadings, until, WITHIN_MS } from './testing/small-fleet.ts';

const PROTOCOLS: readonly SinkProtocol[] = ['jointech', 'teltonika', 'gt06', 'jt808'];
for (const protocol of PROTOCOLS) {
  test(`${protocol}: a plain server of the vendor's rules gets each report of each device once, and answers it`, async () => {
    await using sink = await PlainSink.start(protocol);
    const fleet = await fleetOf(protocol, sink.port);
    await runUntil(fleet, () => sink.reports.size === 100);
    const { counters } = fleet;
    assert.deepEqual(sink.faults, []);
    assert.equal(sink.reports.size, 100);
    assert.deepEqual([...new Set(sink.reports.values())], [1]);
    assert.equal(counters.delivered, 100);
    assert.equal(counters.acked + counters.unanswered, counters.sent);
    assert.deepEqual(
      [counters.resent, counters.refused, counters.timeouts, counters.reconnects],
      [0, 0, 0, 0],
    );
    assert.equal(sink.connections, 20);
    assert.equal(sink.sources.size, 4, 'several loopback addresses');
    assert.equal(fleet.kept, 0);
  });
}

const ANSWERED: readonly SinkProtocol[] = ['jointech', 'teltonika', 'jt808'];

for (const protocol of ANSWERED) {
  test(`${protocol}: what is not answered in time is sent again over a new connection, and counted`, async () => {
    const swallow: Treatment = (report) => (report === 3 || report === 40 ? 'silence' : 'answer');
    await using sink = await PlainSink.start(protocol, { treatment: swallow });
    const fleet = await fleetOf(protocol, sink.port, { answerWithinMs: 200 });
    await runUntil(fleet, () => fleet.counters.delivered === 100);
    const { counters } = fleet;
    assert.deepEqual(sink.faults, []);
    assert.equal(counters.delivered, 100);
    assert.equal(sink.reports.size, 100);
    assert.ok([...sink.reports.values()].some((times) => times > 1));
    // Two answers were withheld; a slow machine may let others come too late as well.
    assert.ok(counters.timeouts >= 2, `${counters.timeouts} not answered in time`);
    assert.ok(counters.resent >= 2, `${counters.resent} sent again`);
    assert.equal(counters.reconnects, counters.timeouts);
    assert.equal(sink.connections, 20 + counters.reconnects);
  });

  test(`${protocol}: after a reset the devices come back and lose nothing`, async () => {
    const reset: Treatment = (report) => (report % 17 === 5 ? 'reset' : 'answer');
    await using sink = await PlainSink.start(protocol, { treatment: reset });
    const fleet = await fleetOf(protocol, sink.port);
    await runUntil(fleet, () => fleet.counters.delivered === 100);
    const { counters } = fleet;
    assert.deepEqual(sink.faults, []);
    assert.equal(counters.delivered, 100);
    assert.equal(sink.reports.size, 100);
    assert.ok(counters.reconnects >= 3, `${counters.reconnects} reconnects`);
    assert.ok(counters.resent >= 3, `${counters.resent} sent again`);
    assert.equal(fleet.kept, 0);
  });
}

test('teltonika: an answer with another count makes the device send the same packet again', async () => {
  const less: Treatment = (report) => (report === 7 ? Buffer.from('00000000', 'hex') : 'answer');
  await using sink = await PlainSink.start('teltonika', { treatment: less });
  const fleet = await fleetOf('teltonika', sink.port);
  await runUntil(fleet, () => fleet.counters.delivered === 100);
  assert.equal(fleet.counters.delivered, 100);
  assert.deepEqual([fleet.counters.refused, fleet.counters.resent, fleet.counters.reconnects], [1, 1, 0]);
});

test('what is measured without a link is kept, the oldest forgotten when the memory is full, and sent when it is back', async () => {
  const port = await freePort();
  await using first = await PlainSink.start('teltonika', { port });
  const fleet = await fleetOf('teltonika', port, { devices: 3, readings: someReadings(60), memory: 10 });
  const enough = new AbortController();
  const running = fleet.run(WITHIN_MS, enough.signal);
  await until(() => fleet.counters.delivered > 3);
  await first[Symbol.asyncDispose]();
  await until(() => fleet.counters.measured === 180);
  assert.ok(fleet.counters.forgotten > 0);
  assert.ok(fleet.kept <= 33, `${fleet.kept} kept: 10 in memory and one frame under way each`);
  await using second = await PlainSink.start('teltonika', { port });
  await until(() => fleet.kept === 0);
  enough.abort();
  await running;
  assert.deepEqual(second.faults, []);
  assert.ok(second.reports.size >= 30, 'all that was kept came');
  const { delivered, forgotten, measured } = fleet.counters;
  assert.equal(delivered + forgotten, measured);
});

test('a port where nobody listens is told in one sentence', async () => {
  const port = await freePort();
  const fleet = await fleetOf('jointech', port);
  await assert.rejects(fleet.run(5_000, new AbortController().signal), {
    code: 'NOTHING_LISTENS',
    message: `Failed to connect to 127.0.0.1:${port}: nothing listens there (ECONNREFUSED).`,
  });
});

test('a server that sends on and on without ending a frame is left, and the memory stays bounded', async () => {
  const endless: Treatment = () => Buffer.alloc(300_000, 0x28);
  await using sink = await PlainSink.start('jointech', { treatment: endless });
  const small = { devices: 2, readings: someReadings(1), answerWithinMs: 200 };
  const fleet = await fleetOf('jointech', sink.port, small);
  await runUntil(fleet, () => fleet.counters.reconnects >= 2);
  assert.ok(fleet.counters.reconnects >= 2);
  assert.equal(fleet.counters.acked, 0);
});
