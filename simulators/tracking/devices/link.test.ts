import assert from 'node:assert/strict';
import dgram from 'node:dgram';
import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';
import { test } from 'node:test';
import { connectAsync } from 'mqtt';
import { type LinkEvents, openLink } from './link.ts';
import { Mosquitto, mosquittoBinary } from './testing/mosquitto.ts';

const HOST = '127.0.0.1';
const DEVICE = '0099000001';

/** What a link tells, one promise for each first time. */
function listening() {
  const came = Promise.withResolvers<Buffer>();
  const gone = Promise.withResolvers<string>();
  const events: LinkEvents = { onBytes: came.resolve, onGone: gone.resolve };
  return { events, came: came.promise, gone: gone.promise };
}

async function serve(handle: (socket: Socket) => void) {
  const server = net.createServer(handle).listen(0, HOST);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, [Symbol.dispose]: () => void server.close() };
}

test('bytes cross a TCP link both ways as they are', async () => {
  using server = await serve((socket) => socket.on('data', (bytes) => socket.write(bytes.reverse())));
  const { events, came } = listening();
  const link = await openLink({ transport: 'tcp', host: HOST, port: server.port }, DEVICE, events);
  await link.send(Buffer.from('24ff00', 'hex'));
  assert.equal((await came).toString('hex'), '00ff24');
  await link.close();
});

test('a platform that resets the connection is told as a reset', async () => {
  using server = await serve((socket) => socket.once('data', () => socket.resetAndDestroy()));
  const { events, gone } = listening();
  const link = await openLink({ transport: 'tcp', host: HOST, port: server.port }, DEVICE, events);
  await link.send(Buffer.from('00', 'hex'));
  assert.equal(await gone, 'reset');
});

test('a port on which nobody listens refuses the link', async () => {
  const server = await serve(() => undefined);
  server[Symbol.dispose]();
  const { events } = listening();
  const address = { transport: 'tcp', host: HOST, port: server.port } as const;
  await assert.rejects(openLink(address, DEVICE, events), { code: 'ECONNREFUSED' });
});

test('a datagram is one message each way', async () => {
  const server = dgram.createSocket('udp4');
  server.bind(0, HOST);
  await once(server, 'listening');
  server.on('message', (bytes, { port }) => server.send(Buffer.concat([bytes, bytes]), port, HOST));
  const { events, came } = listening();
  const address = { transport: 'udp', host: HOST, port: server.address().port } as const;
  const link = await openLink(address, DEVICE, events);
  await link.send(Buffer.from('0102', 'hex'));
  assert.equal((await came).toString('hex'), '01020102');
  await link.close();
  server.close();
});

const mosquitto = mosquittoBinary();
const skip = mosquitto === undefined && process.env['CI'] !== 'true' ? 'skipped: needs mosquitto' : false;

test('a report over MQTT is acknowledged by a broker of others, and reaches who subscribed', {
  skip,
}, async () => {
  await using broker = await Mosquitto.start(mosquitto ?? 'mosquitto');
  const subscriber = await connectAsync(`mqtt://${HOST}:${broker.port}`);
  await subscriber.subscribeAsync('corridor/trackers/+/reports', { qos: 1 });
  const received = new Promise<readonly [string, Buffer]>((resolve) => {
    subscriber.once('message', (topic, payload) => resolve([topic, payload]));
  });
  const { events, came } = listening();
  const link = await openLink({ transport: 'mqtt', host: HOST, port: broker.port }, DEVICE, events);
  await link.send(Buffer.from('{"reports":[]}'));
  assert.equal((await came).length, 0);
  const [topic, payload] = await received;
  assert.equal(topic, 'corridor/trackers/0099000001/reports');
  assert.equal(payload.toString('utf8'), '{"reports":[]}');
  await link.close();
  await subscriber.endAsync();
});
