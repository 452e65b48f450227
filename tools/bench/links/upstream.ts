// The least that any server does: one canned answer for whatever comes, so that what stands before it shows.

import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

const ANSWER = Buffer.from('HTTP/1.1 202 Accepted\r\ncontent-length: 22\r\n\r\n{"verdict":"RECEIVED"}');

/** The requests of the bench end so, and with nothing else. */
const END = '}'.charCodeAt(0);

const server = createServer({ noDelay: true }, (socket) => {
  socket.on('data', (part: Buffer) => part.at(-1) === END && socket.write(ANSWER));
  socket.on('error', () => socket.destroy());
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`port ${(server.address() as AddressInfo).port}\n`);
});
process.once('disconnect', () => process.exit());
