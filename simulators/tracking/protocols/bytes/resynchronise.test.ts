import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../decode.ts';
import { gt06 } from '../gt06/gt06.ts';
import { teltonika } from '../teltonika/teltonika.ts';
import { device, reception } from '../testing/reading.ts';

const heartbeat = '78780a13440104000100050845' + '0d0a';
const record =
  '000000000000003608010000016b40d8ea30010000000000000000000000000000000105021503010101425e0f01f10000601a014e0000000000000000010000c7cf';

test('A frame is found behind any number of beginnings of frames that never end', () => {
  const noise = Buffer.alloc(3 * 80, '7878ff', 'hex').toString('hex');
  const { frames, rest } = decode(gt06, Buffer.from(noise + heartbeat, 'hex'), device, reception);
  assert.deepEqual({ kinds: frames.map(({ kind }) => kind), rest }, { kinds: ['heartbeat'], rest: '' });
  const zeros = Buffer.alloc(9 * 80, '0000000000000ff008', 'hex').toString('hex');
  const found = decode(teltonika, Buffer.from(zeros + record, 'hex'), device, reception);
  assert.deepEqual(
    { kinds: found.frames.map(({ kind }) => kind), rest: found.rest },
    { kinds: ['position'], rest: '' },
  );
});
