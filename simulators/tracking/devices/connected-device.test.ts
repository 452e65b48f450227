import assert from 'node:assert/strict';
import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';
import { test } from 'node:test';
import { Journal } from '../../../reports/evidence/journal.ts';
import { ConnectedDevice } from './connected-device.ts';
import type { Dialect } from './dialect.ts';
import { mqttDialect } from './mqtt.ts';
import { teltonikaDialect } from './teltonika.ts';
import { reading } from './testing/reading.ts';

const HOST = '127.0.0.1';
const AT = Date.UTC(2026, 10, 22, 10);
const IMEI = '999000000000017';
const LOGIN = '000f393939303030303030303030303137';
const UNANSWERED_MS = 100;

/** What a platform of other making does with each chunk of a connection, counted from 0: bytes in hexadecimal, or more. */
type Script = (chunk: string, number: number, socket: Socket) => string | undefined;

async function platform(script: Script) {
  const chunks: string[] = [];
  const sockets = new Set<Socket>();
  const server = net.createServer((socket) => {
    let number = 0;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      chunks.push(bytes.toString('hex'));
      const answer = script(bytes.toString('hex'), number, socket);
      number += 1;
      if (answer !== undefined) socket.write(Buffer.from(answer, 'hex'));
    });
  });
  server.listen(0, HOST);
  await once(server, 'listening');
  return {
    chunks,
    port: (server.address() as AddressInfo).port,
    [Symbol.dispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

async function connected(port: number, dialect: Dialect = teltonikaDialect, answerWithinMs = 10_000) {
  const journal = new Journal();
  let serial = 0;
  const device = await ConnectedDevice.connect({
    dialect,
    device: { id: IMEI, zoneMinutes: 0, nextSerial: () => serial++ },
    address: { transport: dialect.protocol.name === 'mqtt' ? 'mqtt' : 'tcp', host: HOST, port },
    platform: 'TRK-TG',
    journal,
    stack: 'double',
    clock: { now: () => AT },
    conversations: ['26TG0LOM1T00000014'],
    answerWithinMs,
  });
  return { device, journal };
}

/** As many readings, a minute apart. */
const readings = (count: number) =>
  Array.from({ length: count }, (_, index) => reading({ at: AT + index * 60_000 }));

const outcomes = (exchanges: readonly { outcome: string }[]) => exchanges.map(({ outcome }) => outcome);

test('A device greets with its IMEI, and the journal keeps the bytes of both.', async () => {
  using server = await platform(() => '01');
  const { device, journal } = await connected(server.port);
  await using _ = device;
  assert.equal(device.connected, true);
  assert.deepEqual(server.chunks, [LOGIN]);
  const [record] = journal.of('26TG0LOM1T00000014');
  assert.ok(record);
  assert.equal(record.kind, 'device');
  assert.deepEqual([record.from, record.to], [IMEI, 'TRK-TG']);
  assert.deepEqual([record.method, record.path], ['teltonika', '/999000000000017/login']);
  assert.equal(record.body, LOGIN);
  assert.equal(record.answer?.body, '01');
  assert.equal(record.fault, undefined);
});

test('Readings go in batches of the protocol, each after the answer to the one before.', async () => {
  using server = await platform((_, number) => ['01', '00000007', '00000007', '00000001'][number]);
  const { device, journal } = await connected(server.port);
  await using _ = device;
  assert.deepEqual(outcomes(await device.report(readings(15))), ['accepted', 'accepted', 'accepted']);
  // Codec 8 and the number of records stand behind preamble and length.
  const heads = server.chunks.slice(1).map((chunk) => chunk.slice(16, 20));
  assert.deepEqual(heads, ['0807', '0807', '0801']);
  const recorded = journal.all().slice(1);
  assert.deepEqual(
    recorded.map(({ body }) => body),
    server.chunks.slice(1),
  );
  assert.deepEqual(
    recorded.map(({ answer }) => answer?.body),
    ['00000007', '00000007', '00000001'],
  );
});

test('A platform that takes none has the frame once more, and no further batch.', async () => {
  using server = await platform((_, number) => (number === 0 ? '01' : '00000000'));
  const { device } = await connected(server.port);
  await using _ = device;
  const exchanges = await device.report(readings(8));
  assert.deepEqual(outcomes(exchanges), ['again']);
  assert.equal(exchanges[0]?.record.answer?.body, '00000000');
  assert.equal(exchanges[0]?.record.fault, 'again');
  assert.equal(server.chunks.length, 2);
});

test('A platform that does not answer leaves the frame unanswered, and the record says timeout.', async () => {
  using server = await platform((_, number) => (number === 0 ? '01' : undefined));
  const { device } = await connected(server.port, teltonikaDialect, UNANSWERED_MS);
  await using _ = device;
  const [exchange] = await device.report(readings(1));
  assert.equal(exchange?.outcome, 'unanswered');
  assert.equal(exchange.record.fault, 'timeout');
  assert.equal(exchange.record.answer, undefined);
});

test('A platform that resets the connection leaves the device without a link until it connects again.', async () => {
  using server = await platform((chunk, _, socket) => {
    if (chunk === LOGIN) return '01';
    socket.resetAndDestroy();
    return undefined;
  });
  const { device } = await connected(server.port);
  await using _ = device;
  const [exchange] = await device.report(readings(1));
  assert.equal(exchange?.outcome, 'gone');
  assert.equal(exchange.record.fault, 'reset');
  assert.equal(device.connected, false);
  assert.deepEqual(outcomes(await device.report(readings(1))), ['gone']);
  await device.reconnect();
  assert.equal(device.connected, true);
});

const CONNECT = '1';
const PUBLISH = '3';
const CONNACK = '20020000';
const TOPIC_BYTES = 'corridor/trackers/999000000000017/reports'.length;

/** The confirmation of a publication: its packet id stands behind the topic. */
function puback(publish: string): string {
  const lengthBytes = Number.parseInt(publish.slice(2, 4), 16) < 0x80 ? 1 : 2;
  const at = 2 * (1 + lengthBytes + 2 + TOPIC_BYTES);
  return `4002${publish.slice(at, at + 4)}`;
}

test('A broker that never confirms leaves the report unanswered, and the device can leave.', async () => {
  using server = await platform((chunk) => (chunk.startsWith(CONNECT) ? CONNACK : undefined));
  const { device } = await connected(server.port, mqttDialect, UNANSWERED_MS);
  const [exchange] = await device.report(readings(1));
  assert.equal(exchange?.outcome, 'unanswered');
  assert.equal(exchange.record.fault, 'timeout');
  assert.ok(server.chunks[1]?.startsWith(PUBLISH));
  await device.disconnect();
  assert.equal(device.connected, false);
});

test('A late confirmation of one message is none of the next.', async () => {
  // The first message is confirmed when the second has come, the second never.
  let first: string | undefined;
  using server = await platform((chunk) => {
    if (chunk.startsWith(CONNECT)) return CONNACK;
    if (first !== undefined) return first;
    first = puback(chunk);
    return undefined;
  });
  const { device } = await connected(server.port, mqttDialect, UNANSWERED_MS);
  assert.deepEqual(outcomes(await device.report(readings(1))), ['unanswered']);
  assert.deepEqual(outcomes(await device.report(readings(1))), ['unanswered']);
  await device.disconnect();
});

test('A broker that confirms has accepted the report with an empty answer.', async () => {
  using server = await platform((chunk) => (chunk.startsWith(CONNECT) ? CONNACK : puback(chunk)));
  const { device } = await connected(server.port, mqttDialect);
  const [exchange] = await device.report(readings(1));
  assert.deepEqual([exchange?.outcome, exchange?.answers], ['accepted', [Buffer.alloc(0)]]);
  await device.disconnect();
});

test('A broker that refuses a report by closing is gone.', async () => {
  using server = await platform((chunk, _, socket) => {
    if (chunk.startsWith(CONNECT)) return CONNACK;
    socket.destroy();
    return undefined;
  });
  const { device } = await connected(server.port, mqttDialect);
  const [exchange] = await device.report(readings(1));
  assert.deepEqual([exchange?.outcome, exchange?.record.fault], ['gone', 'closed']);
  assert.equal(device.connected, false);
  await device.disconnect();
});
