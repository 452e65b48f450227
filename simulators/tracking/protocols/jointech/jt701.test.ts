import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../decode.ts';
import { device, reception } from '../testing/reading.ts';
import { jointech } from './jointech.ts';

const jt701d = Buffer.from(
  '2480006200111911003418042116225922348310113550543F12980000002D060000000020E028109228661F000100000F0F0F0F0F0F0F0F000001CC0156',
  'hex',
);
/** The same of its forerunner: version 0x17. */
const jt701 = Buffer.from(jt701d);
jt701[6] = 0x17;
const lockReport = Buffer.from(
  '(8000620011,P45,170720,020614,22.56035,N,114.01640,E,A,36,270,1,1,0008627839,0,0,24,5)',
);

function answersTo(accepted: boolean, ...frames: Buffer[]): string[] {
  const { frames: read } = decode(jointech, Buffer.concat(frames), device, { ...reception, accepted });
  return read.flatMap(({ responses }) => responses.map((hex) => Buffer.from(hex, 'hex').toString('latin1')));
}

test('A lock report is answered as the version that the connection speaks has it', () => {
  assert.deepEqual(answersTo(true, lockReport), ['(P69,0,24)']);
  assert.deepEqual(answersTo(true, jt701, lockReport, lockReport), ['(P35)', '(P46)', '(P46)']);
  assert.deepEqual(answersTo(true, jt701d, lockReport), ['(P69,0,86)', '(P69,0,24)']);
  assert.deepEqual(answersTo(true, jt701, jt701d, lockReport), ['(P35)', '(P69,0,86)', '(P69,0,24)']);
  assert.deepEqual(answersTo(false, jt701, lockReport), []);
});
