import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { gt06 } from '../../../tracking/protocols/gt06/gt06.ts';
import { composeHooks } from '../../hooks.ts';
import type { ReceptionDesk } from '../reception.ts';
import { listenerLimits } from './limits.ts';
import { TcpConnection } from './tcp-connection.ts';

/** A heartbeat. @source Concox GT06 manual, 5.4 */
const HEARTBEAT = Buffer.from('78780A134401040001000508450D0A', 'hex');

/** Both ends of a connection whose frames wait for the store for ever, and how many do. */
async function stuck() {
  let asked = 0;
  const take = (): Promise<never> => {
    asked += 1;
    return new Promise(() => undefined);
  };
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const device = connect((server.address() as AddressInfo).port, '127.0.0.1');
  device.on('error', () => undefined);
  const [socket] = (await once(server, 'connection')) as [Socket];
  server.close();
  const connection = new TcpConnection({
    socket,
    protocol: gt06,
    link: { platform: 'TRK-TG', protocol: 'gt06' },
    desk: { take } as unknown as ReceptionDesk,
    hooks: composeHooks([]),
    limits: listenerLimits,
    idleMs: 1,
    elapsed: () => 0,
    shared: false,
    named: () => undefined,
  });
  return { device, socket, connection, asked: () => asked };
}

test('of a stroke of frames no more than may wait are looked at before these are stored', async () => {
  const { device, connection, socket, asked } = await stuck();
  device.write(Buffer.concat(Array.from({ length: 2_000 }, () => HEARTBEAT)));
  while (asked() === 0) await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(asked(), listenerLimits.waitingFrames);
  connection.sweep(listenerLimits.loginWithinMs - 1);
  assert.equal(socket.destroyed, false, 'it is the platform that is slow');
  connection.sweep(listenerLimits.loginWithinMs);
  assert.equal(socket.destroyed, true, 'it has never named a device that is registered');
});
