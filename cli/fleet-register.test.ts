import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fleetShape } from '../profile/export/device-shapes.ts';
import { corridor } from './testing/corridor-process.ts';
import { expectRefusal } from './testing/expect-refusal.ts';
import { StackByHand } from './testing/stack-by-hand.ts';

test('corridor fleet --register: the reference stack knows the devices, says where it listens, and takes all', async () => {
  await using stack = await StackByHand.start();
  const words = ['--devices', '5', '--interval', '1', '--duration', '2', '--format', 'json'];
  for (const protocol of ['gt06', 'mqtt', 'jt808']) {
    const fleet = ['fleet', '--protocol', protocol, '--register', stack.url, '--platform', 'TRK-BF'];
    const ended = await corridor([...fleet, '--first', '7', ...words]);
    assert.equal(ended.status, 0, ended.stdout + ended.stderr);
    const { verdict, connected, to } = fleetShape.parse(JSON.parse(ended.stdout));
    assert.deepEqual([verdict, connected], ['pass', 5]);
    assert.match(to, /^127\.0\.0\.1:\d+$/);
  }
  const other = ['fleet', '--protocol', 'gt06', '--register', stack.url, '--platform', 'TRK-XX'];
  const { code, hint } = expectRefusal(await corridor([...other, ...words]), 4);
  assert.equal(code, 'UNKNOWN_PLATFORM');
  assert.match(hint, /TRK-TG, TRK-BF/);
});
