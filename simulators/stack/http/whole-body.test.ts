import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { test } from 'node:test';
import type { StackContext } from '../stack-context.ts';
import type { TrackingHost } from '../tracking/tracking-host.ts';
import { createServer as createStackServer } from './server.ts';
import { wholeBody } from './whole-body.ts';

test('a caller that goes away in the middle of its body is told as no JSON, not as a breakdown of ours', async (t) => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{');
  const [request] = (await once(server, 'request')) as [IncomingMessage];
  const body = wholeBody(request);
  socket.destroy();
  await assert.rejects(body, { code: 'NOT_JSON' });
});

test('a caller that never ends its request does not hold a connection for ever', () => {
  const { server } = createStackServer({} as StackContext, {} as TrackingHost);
  assert.ok(server.requestTimeout > 0 && server.headersTimeout > 0);
});
