import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { test } from 'node:test';
import { Aedes } from 'aedes';
import { DatagramSink } from './testing/datagram-sink.ts';
import { fleetOf, runUntil, someReadings } from './testing/small-fleet.ts';

const portOf = (server: net.Server): number => (server.address() as AddressInfo).port;

test('teltonika over UDP: each datagram names its device, and one without an answer is sent again', async () => {
  await using sink = await DatagramSink.start((number) => number !== 30);
  // One reading a datagram: the sink counts the first of each.
  const fleet = await fleetOf('teltonika', sink.port, {
    address: { transport: 'udp', host: '127.0.0.1', port: sink.port },
    answerWithinMs: 200,
    speed: 600,
  });
  await runUntil(fleet, () => fleet.counters.delivered === 100);
  assert.deepEqual(sink.faults, []);
  assert.equal(fleet.counters.delivered, 100);
  assert.deepEqual([fleet.counters.timeouts, fleet.counters.resent], [1, 1]);
  assert.equal(Math.max(...sink.reports.values()), 2);
  assert.equal(new Set([...sink.reports.keys()].map((key) => key.split(' ')[0])).size, 20);
});

test('osmand: a plain HTTP server gets each report, and one that it answers with 500 once more', async () => {
  const seen: string[] = [];
  const server = http.createServer((request, response) => {
    const query = new URL(request.url ?? '', 'http://localhost').searchParams;
    seen.push(`${query.get('id')} ${query.get('timestamp')}`);
    response.statusCode = seen.length === 4 ? 500 : 200;
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const fleet = await fleetOf('osmand', portOf(server));
    await runUntil(fleet, () => fleet.counters.delivered === 100);
    assert.equal(fleet.counters.delivered, 100);
    assert.deepEqual([fleet.counters.refused, fleet.counters.resent], [1, 1]);
    assert.equal(seen.length, 101);
    assert.equal(new Set(seen).size, 100);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('mqtt: a broker confirms each message on the topic of its device', async () => {
  const broker = await Aedes.createBroker();
  const topics = new Set<string>();
  const times = new Set<string>();
  broker.on('publish', ({ topic, payload }, client) => {
    if (client === null) return;
    topics.add(topic);
    for (const { time } of JSON.parse(payload.toString()).reports) times.add(`${topic} ${time}`);
  });
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    broker.handle(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const fleet = await fleetOf('mqtt', portOf(server), {
      address: { transport: 'mqtt', host: '127.0.0.1', port: portOf(server) },
      devices: 5,
      readings: someReadings(4),
    });
    await runUntil(fleet, () => fleet.counters.delivered === 20);
    const { acked, sent, delivered } = fleet.counters;
    assert.equal(delivered, 20);
    assert.equal(acked, sent);
    assert.equal(times.size, 20);
    assert.deepEqual([...topics].sort()[0], 'corridor/trackers/SIM-00000000/reports');
    assert.equal(topics.size, 5);
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
    await new Promise<void>((resolve) => broker.close(resolve));
  }
});
