import { connect, type Socket } from 'node:net';
import type { Address } from '../link.ts';
import { LoopbackServer } from './loopback-server.ts';
import { until } from './until.ts';

/** A server that hears bytes and answers what it is told to, or nothing. */
export class RawServer extends LoopbackServer {
  heard = '';

  private constructor(answer: (heard: string, socket: Socket) => void) {
    super((socket) => {
      socket.on('data', (bytes: Buffer) => {
        this.heard += bytes.toString('latin1');
        answer(bytes.toString('latin1'), socket);
      });
    });
  }

  static start(answer: (heard: string, socket: Socket) => void): Promise<RawServer> {
    return new RawServer(answer).listen();
  }
}

/** Says these bytes and tells what comes back: the head and body up to `end`, or all until the connection is over. */
export async function sayRaw({ host, port }: Address, bytes: string, end?: string): Promise<string> {
  const socket = connect({ host, port });
  let got = '';
  let over = false;
  socket.on('data', (part: Buffer) => {
    got += part.toString('latin1');
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    over = true;
  });
  socket.write(bytes);
  await until(() => over || (end !== undefined && got.includes(end)), 'an answer, or the end of the line');
  socket.destroy();
  return got;
}
