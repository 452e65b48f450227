import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { FrameStream } from '../../../tracking/protocols/frame-stream.ts';
import type { Listener, ListenerParts } from './listener.ts';

/** Listens to devices that send datagrams: each stands for itself. */
export async function openUdpListener(parts: ListenerParts): Promise<Listener> {
  const { platform, protocol, host, port: given, desk, hooks, limits } = parts;
  const socket = createSocket('udp4');
  const link = { platform, protocol: protocol.name };
  const { zoneMinutes } = protocol;
  let waiting = 0;
  const take = async (bytes: Buffer, reply: (answer: Buffer) => void): Promise<void> => {
    const stream = new FrameStream(protocol, { deviceId: null, zoneMinutes, udp: true, speaker: 'device' });
    for (const received of stream.push(hooks.onFrame(bytes, link))) {
      if ('fault' in received) continue;
      const { answers } = await desk.take(received, protocol, link, null);
      for (const answer of answers) reply(answer);
    }
  };
  socket.on('message', (bytes, { address, port }) => {
    if (waiting >= limits.waitingDatagrams) return;
    waiting += 1;
    const reply = (answer: Buffer): void => socket.send(answer, port, address, () => undefined);
    take(bytes, reply)
      .catch(() => undefined) // told in the log by the desk; the device sends again
      .finally(() => {
        waiting -= 1;
      });
  });
  socket.on('error', () => undefined); // an answer to somebody who is gone
  socket.bind(given, host);
  await once(socket, 'listening').catch((error: unknown) => {
    socket.close(); // an unbound socket keeps the process alive
    throw error;
  });
  return {
    port: socket.address().port,
    close: async () => {
      socket.close();
      await once(socket, 'close');
    },
  };
}
