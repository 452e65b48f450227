import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../decode.ts';
import { FrameStream } from '../frame-stream.ts';
import { throughJson } from '../testing/codec-properties.ts';
import { device, reception } from '../testing/reading.ts';
import { close } from './frame.ts';
import { type Header, writeHeader } from './header.ts';
import { jt808 } from './jt808.ts';

const location = '000000000000000200ba7f0e07e4f11c0028003c005a2601020304';
/** 0x0704 with as many locations, a second apart. */
function batch(count: number): Buffer {
  const items = Array.from(
    { length: count },
    (_, second) => `001c${location}${`${second}`.padStart(2, '0')}`,
  );
  return Buffer.from(`${count.toString(16).padStart(4, '0')}01${items.join('')}`, 'hex');
}

interface Sent {
  readonly msgId?: number;
  readonly serial?: number;
  readonly parts?: number;
  readonly total?: number;
}

/** A body in parts of one length, as frames. */
function split(body: Buffer, { msgId = 0x0704, serial = 10, parts = 3, total = parts }: Sent = {}): Buffer[] {
  const length = Math.ceil(body.length / parts);
  return Array.from({ length: parts }, (_, index) => {
    const header: Header = {
      ...{ msgId, encrypt: 0, subpackage: true, version2019: false, bit15: false, protocolVersion: 0 },
      ...{ phone: '012345678901', serial: serial + index, packTotal: total, packIndex: index + 1 },
    };
    return close(writeHeader(header, body.subarray(index * length, (index + 1) * length)));
  });
}

const read = (...frames: readonly (Buffer | undefined)[]) =>
  decode(jt808, Buffer.concat(frames.map((frame) => frame ?? Buffer.alloc(0))), device, reception).frames;

/** Serial and result of each general reply. */
const repliesOf = (frames: ReturnType<typeof read>): number[][] =>
  frames.map(({ responses }) =>
    responses.flatMap((hex) => {
      const [reply] = decode(jt808, Buffer.from(hex, 'hex'), device, reception).frames;
      assert.deepEqual([reply?.fields['msgId'], reply?.fields['ackMsgId']], ['0x8001', '0x0704']);
      return [Number(reply?.fields['ackSerial']), Number(reply?.fields['result'])];
    }),
  );

test('A batch in parts is read with its last part, and each part answered then', () => {
  const frames = read(...split(batch(60)));
  assert.deepEqual(
    frames.map(({ kind }) => kind),
    ['other', 'other', 'position'],
  );
  assert.deepEqual(
    frames.map(({ reports }) => reports.length),
    [0, 0, 60],
  );
  assert.equal(frames[2]?.reports[59]?.time, '2026-01-02T03:04:59.000Z');
  assert.equal(frames[2]?.conditions[0]?.stored, true);
  assert.deepEqual(repliesOf(frames), [[], [], [10, 0, 11, 0, 12, 0]]);
});

test('Parts may come in any order, twice, and with other frames between them', () => {
  const [one, two, three] = split(batch(40));
  const heartbeat = Buffer.from('7e00020000012345678900000a817e', 'hex');
  const frames = read(three, one, heartbeat, one, two);
  assert.deepEqual(
    frames.map(({ reports }) => reports.length),
    [0, 0, 0, 0, 40],
  );
  assert.deepEqual(repliesOf(frames.slice(4)), [[10, 0, 11, 0, 12, 0]]);
});

test('Each part is written again as it came, and says what it is', () => {
  const parts = split(batch(40));
  for (const [index, frame] of read(...parts).entries()) {
    assert.equal(jt808.write(throughJson(frame), device).toString('hex'), parts[index]?.toString('hex'));
    assert.deepEqual([frame.fields['packTotal'], frame.fields['packIndex']], [3, index + 1]);
    assert.equal(typeof frame.fields['bodyHex'], 'string');
  }
});

test('Parts of another message, or of more than can be kept, are put together with none', () => {
  const [one, two, three] = split(batch(40));
  const [, , otherThree] = split(batch(40), { serial: 500 });
  assert.deepEqual(
    read(one, two, otherThree).map(({ reports }) => reports.length),
    [0, 0, 0],
  );
  assert.deepEqual(
    read(one, otherThree, two, three).map(({ reports }) => reports.length),
    [0, 0, 0, 0],
  );
  const tooMany = split(batch(4), { parts: 65 });
  assert.deepEqual(new Set(read(...tooMany).map(({ reports }) => reports.length)), new Set([0]));
  assert.deepEqual(repliesOf(read(tooMany[0])), [[10, 3]]);
});

test('The bytes of parts that wait are bounded', () => {
  const stream = new FrameStream(jt808, device);
  for (const part of split(Buffer.alloc(63 * 1023), { parts: 63, total: 64 }))
    for (const _ of stream.push(part));
  const kept = (stream.session.parts ?? []).reduce((sum, { body }) => sum + body.length, 0);
  assert.ok(kept > 0 && kept <= 32_768, `${kept}`);
});

test('Parts that make no message are not supported, and neither part is taken', () => {
  const frames = read(...split(Buffer.from('0001aabbcc', 'hex')));
  assert.deepEqual(
    frames.map(({ kind, reports }) => [kind, reports.length]),
    Array(3).fill(['other', 0]),
  );
  assert.deepEqual(repliesOf(frames), [[], [], [10, 3, 11, 3, 12, 3]]);
});

test('What a platform does not take is refused for each part', () => {
  const stream = new FrameStream(jt808, device);
  const received = split(batch(9)).flatMap((part) => [...stream.push(part)]);
  const last = received.at(-1);
  assert.ok(last && 'content' in last);
  assert.equal(last.content.unread, undefined);
  const answers = jt808.answer(last.content, { ...reception, accepted: false }, last.session);
  assert.deepEqual(
    answers.map((bytes) => bytes.at(-3)),
    [1, 1, 1],
  );
});

test('Parts of an answer to the server are not answered', () => {
  const body = Buffer.from(`0005${location}05`, 'hex');
  const frames = read(...split(body, { msgId: 0x0500, parts: 2 }));
  assert.deepEqual(
    frames.map(({ reports, responses }) => [reports.length, responses]),
    [
      [0, []],
      [1, []],
    ],
  );
});
