import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { performance } from 'node:perf_hooks';
import { Aedes, type AedesOptions, type Client } from 'aedes';
import { deviceOfTopic } from '../../../tracking/protocols/mqtt/payload.ts';
import { TrackingError } from '../tracking-error.ts';
import { Connections } from './connections.ts';
import type { Listener, ListenerParts } from './listener.ts';
import { MqttConnection } from './mqtt-connection.ts';
import { Turns } from './turns.ts';

/** Bytes of a PUBLISH beside its payload: fixed header, topic and packet id. */
const BESIDE_PAYLOAD = 512;
/** Return codes of CONNACK: of books that do not answer, and of a device that nobody registered. @source MQTT 3.1.1, table 3.1 */
const SERVER_UNAVAILABLE = 3;
const NOT_AUTHORISED = 5;

/**
 * A broker for devices that speak MQTT. The broker confirms a PUBLISH of QoS 1 (PUBACK) when it is allowed to go on, and it is when
 * the reports are stored; a packet that is refused ends the connection. A device publishes to its own topic; nobody subscribes,
 * nothing is retained.
 */
export async function openMqttListener(parts: ListenerParts): Promise<Listener> {
  const { host, port, limits, protocol, idleMs } = parts;
  const connections = new Connections(limits);
  const strangers = new WeakMap<object, (deviceId: string) => void>();
  const broker = await createBroker(parts, (client, deviceId) => strangers.get(client.conn)?.(deviceId));
  const { frameWithinMs } = limits;
  const longestPacket = protocol.longestFrame + BESIDE_PAYLOAD;
  const elapsed = (): number => performance.now();
  const server = createServer((socket) =>
    connections.admit(socket, (named) => {
      strangers.set(socket, named);
      const connection = new MqttConnection({ socket, longestPacket, frameWithinMs, idleMs, elapsed });
      broker.handle(socket);
      return connection;
    }),
  );
  const closeBroker = (): Promise<void> => new Promise((resolve) => broker.close(resolve));
  server.listen(port, host);
  await once(server, 'listening').catch(async (error: unknown) => {
    await closeBroker(); // its timers keep the process alive
    throw error;
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      connections.close();
      server.close();
      await once(server, 'close');
      await closeBroker();
    },
  };
}

/** @param named called when a connection has named a device that is registered */
function createBroker(
  parts: ListenerParts,
  named: (client: Client, deviceId: string) => void,
): Promise<Aedes> {
  const { limits } = parts;
  const turns = new WeakMap<Client, Turns>();
  // The broker hands on all that it has read of a device at once: more than the device may have waiting for the store.
  const turnsOf = (client: Client): Turns => {
    const own = turns.get(client) ?? new Turns(limits.waitingFrames);
    turns.set(client, own);
    return own;
  };
  return Aedes.createBroker({
    connectTimeout: limits.loginWithinMs,
    drainTimeout: limits.frameWithinMs, // it reads no further behind answers that are not read
    maxClientsIdLength: 64,
    concurrency: limits.waitingFrames,
    authenticate: (client, _user, _password, done) => {
      void admit(parts, client, (deviceId) => named(client, deviceId), done);
    },
    authorizePublish: (client, packet, done) => {
      packet.retain = false;
      const own = client ? turnsOf(client) : new Turns(1);
      own.run(() => take(parts, client, packet)).then((acknowledged) => acknowledged && done(null), done);
    },
    authorizeSubscribe: (_client, _subscription, done) => done(null, null),
  } satisfies AedesOptions);
}

type Admitted = Parameters<NonNullable<AedesOptions['authenticate']>>[3];

/** A device logs in under its own id, when it is registered. */
async function admit(
  { desk, platform, protocol }: ListenerParts,
  { id }: Client,
  named: (deviceId: string) => void,
  done: Admitted,
): Promise<void> {
  const known = await desk.knows({ platform, protocol: protocol.name }, id).catch((error: Error) => error);
  if (known === true) {
    named(id);
    done(null, true);
    return;
  }
  const [reason, returnCode] =
    known === false
      ? [new TrackingError('NOT_REGISTERED', `${id} is not registered`), NOT_AUTHORISED]
      : [known, SERVER_UNAVAILABLE]; // told in the log by the desk
  done(Object.assign(reason, { returnCode: returnCode as never }), null);
}

interface Publish {
  readonly topic: string;
  readonly payload: string | Buffer;
}

/** @throws FrameError for a payload that is none; then the broker ends the connection without confirming */
async function take(
  { desk, platform, protocol, hooks }: ListenerParts,
  client: Client | null,
  { topic, payload }: Publish,
): Promise<boolean> {
  const deviceId = deviceOfTopic(topic);
  if (deviceId === null || deviceId !== client?.id)
    throw new TrackingError('TOPIC_OF_ANOTHER', `${topic} is not the topic of the device`);
  const link = { platform, protocol: protocol.name };
  const { zoneMinutes } = protocol;
  const session = { deviceId, zoneMinutes, udp: false, speaker: 'device' } as const;
  const bytes = hooks.onFrame(Buffer.from(payload), link);
  const content = protocol.read(bytes, session);
  if (content.deviceId !== deviceId)
    throw new TrackingError('PAYLOAD_OF_ANOTHER', `the payload on ${topic} names ${content.deviceId}`);
  const { acknowledged } = await desk.take({ content, bytes, session }, protocol, link, deviceId);
  return acknowledged;
}
