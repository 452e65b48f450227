import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bytesOf, vectorsOf } from '../../tracking/protocols/testing/vectors.ts';
import { StackProcess } from '../testing/stack-process.ts';
import { DeviceLink } from './testing/device-link.ts';
import { TrackingStand } from './testing/tracking-stand.ts';

let server: StackProcess;
let stand: TrackingStand;

before(async () => {
  server = await StackProcess.start();
  stand = await TrackingStand.start(server.otherDatabase('unread_tracking'));
});

after(async () => {
  await stand[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

const login = Buffer.from('78780D01012345678901234500018CDD0D0A', 'hex');
const heartbeat = Buffer.from('78780A134401040001000508450D0A', 'hex');

function vector(id: string): Buffer {
  const found = vectorsOf('gt06').find((candidate) => candidate.id === id);
  assert.ok(found, id);
  return bytesOf(found);
}

/** What comes back, frame by frame, up to the answer to a heartbeat that is sent last. */
async function answersTo(frames: readonly Buffer[]): Promise<string[]> {
  const link = await DeviceLink.to(await stand.port('gt06', 'tcp', 'TRK-BF'));
  const answers: string[] = [];
  link.send(Buffer.concat([login, ...frames, heartbeat]));
  while (answers.at(-1) !== '13') answers.push((await link.answer(10)).toString('hex', 3, 4));
  link.close();
  return answers;
}

test('A device is acknowledged for a position of a later model, and not for what nobody read', async () => {
  const event = vector('gt06-044'); // 0x95: an event in a layout of its own
  assert.deepEqual(await answersTo([event]), ['13']); // of a device that nobody registered
  await stand.register('123456789012345', 'gt06', 'TRK-BF');
  const movement = await stand.truck('123456789012345', { platform: 'TRK-BF', at: Date.UTC(2009, 0, 1) });
  assert.deepEqual(await answersTo([event, vector('gt06-192')]), ['01', 'a0', '13']);
  const { positions } = await stand.journey('TG', movement);
  assert.deepEqual(
    positions.map(({ recordedAt }: { recordedAt: string }) => recordedAt),
    ['2021-04-16T07:53:14.000Z'],
  );
});
