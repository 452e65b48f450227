import dgram from 'node:dgram';
import { once } from 'node:events';
import net from 'node:net';
import type { MqttClient } from 'mqtt';

/** How the frames of a protocol travel. OsmAnd's requests are bytes over `tcp` like any other. */
export type Transport = 'tcp' | 'udp' | 'mqtt';

/** Where a platform listens. */
export interface ListenerAddress {
  readonly transport: Transport;
  readonly host: string;
  readonly port: number;
}

/** What a link tells of: bytes that came, or that it is gone (`reset`, `closed`, `refused` ...). */
export interface LinkEvents {
  readonly onBytes: (bytes: Buffer) => void;
  readonly onGone: (fault: string) => void;
}

/** A connection of one device to its platform. */
export interface Link {
  /** Hands bytes over. Over MQTT the confirmation of the broker comes later, as an empty answer. */
  send(bytes: Buffer): Promise<void>;
  /** Ends it; `cut` without a farewell. */
  close(how?: 'end' | 'cut'): Promise<void>;
}

const CONNECT_WITHIN_MS = 10_000;

/** Nobody took the connection in time. */
class LinkTimeout extends Error {
  override readonly name = 'LinkTimeout';
  readonly code = 'ETIMEDOUT';
  constructor(host: string, port: number) {
    super(`Failed to connect to ${host}:${port}: no answer in ${CONNECT_WITHIN_MS / 1000} s.`);
  }
}

const EMPTY = Buffer.alloc(0);

/**
 * Connects a device to its platform.
 * @param deviceId names the topic and the client over MQTT
 * @throws the error of the socket when nobody listens there
 */
export function openLink(address: ListenerAddress, deviceId: string, events: LinkEvents): Promise<Link> {
  if (address.transport === 'udp') return overUdp(address, events);
  if (address.transport === 'mqtt') return overMqtt(address, deviceId, events);
  return overTcp(address, events);
}

async function overTcp({ host, port }: ListenerAddress, { onBytes, onGone }: LinkEvents): Promise<Link> {
  const socket = net.connect({ host, port, noDelay: true, timeout: CONNECT_WITHIN_MS });
  socket.once('timeout', () => socket.destroy(new LinkTimeout(host, port)));
  await once(socket, 'connect');
  socket.setTimeout(0);
  let fault = 'closed';
  socket.on('error', ({ code }: NodeJS.ErrnoException) => {
    fault = code === 'ECONNRESET' ? 'reset' : (code ?? 'closed');
  });
  socket.on('data', onBytes);
  socket.on('close', () => onGone(fault));
  return {
    send: (bytes) =>
      new Promise((resolve) => {
        socket.write(bytes, () => resolve());
      }),
    close: async (how = 'end') => {
      if (socket.closed) return;
      const closed = once(socket, 'close');
      if (how === 'end') socket.destroySoon();
      else socket.resetAndDestroy();
      await closed;
    },
  };
}

async function overUdp({ host, port }: ListenerAddress, { onBytes, onGone }: LinkEvents): Promise<Link> {
  const socket = dgram.createSocket('udp4');
  socket.connect(port, host);
  await once(socket, 'connect');
  socket.on('message', onBytes);
  socket.on('error', ({ code }: NodeJS.ErrnoException) => onGone(code ?? 'closed'));
  return {
    send: (bytes) => new Promise((resolve) => socket.send(bytes, () => resolve())),
    close: async () => {
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    },
  };
}

async function overMqtt(
  { host, port }: ListenerAddress,
  deviceId: string,
  { onBytes, onGone }: LinkEvents,
): Promise<Link> {
  const { connectAsync } = await import('mqtt');
  const { reportsTopic } = await import('../protocols/mqtt/payload.ts');
  const client: MqttClient = await connectAsync(`mqtt://${host}:${port}`, {
    clientId: deviceId,
    reconnectPeriod: 0,
    connectTimeout: CONNECT_WITHIN_MS,
  });
  client.on('close', () => onGone('closed'));
  client.on('error', () => onGone('closed'));
  let published = 0;
  let underWay = 0;
  const publish = (bytes: Buffer) => {
    published += 1;
    underWay += 1;
    const number = published;
    client.publish(reportsTopic(deviceId), bytes, { qos: 1 }, (error) => {
      underWay -= 1;
      if (error) onGone('closed');
      // A late confirmation names no message: it must not count for the one after it.
      else if (number === published) onBytes(EMPTY);
    });
  };
  return {
    // A broker may never confirm: who waits for the answer has a time limit, this has none.
    send: async (bytes) => publish(bytes),
    close: async (how = 'end') => {
      // A farewell would wait for what is under way.
      await client.endAsync(how === 'cut' || underWay > 0);
    },
  };
}
