// A hub that acknowledges everything at once and keeps nothing: what is measured against it is the sender.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const ID = /"messageId":"([^"]{36})"/;
/** As long as the acknowledgement of the reference stack. */
const REST = JSON.stringify({
  profileVersion: '0.1',
  messageType: 'AT90',
  sender: 'hub',
  recipient: 'TG',
  preparedAt: '2026-01-05T08:00:00.000Z',
  testIndicator: true,
  payload: { verdict: 'RECEIVED', digest: '0'.repeat(64), receivedAt: '2026-01-05T08:00:00.000Z' },
}).slice(1);

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const [, id = ''] = ID.exec(Buffer.concat(chunks).toString('latin1')) ?? [];
    const answer = `{"correlationId":"${id}",${REST}`;
    response.writeHead(202, { 'content-type': 'application/json', 'content-length': answer.length });
    response.end(answer);
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`port ${(server.address() as AddressInfo).port}\n`);
});
process.once('disconnect', () => process.exit());
