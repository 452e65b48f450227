import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameStream } from './frame-stream.ts';
import { jointech } from './jointech/jointech.ts';
import { close } from './jt808/frame.ts';
import { writeHeader } from './jt808/header.ts';
import { jt808 } from './jt808/jt808.ts';
import type { FrameContent, Protocol } from './protocol.ts';
import { device, reception } from './testing/reading.ts';

/** The one frame of some bytes, with the marks that `decode` does not print. */
function contentOf(protocol: Protocol, bytes: Buffer): FrameContent {
  const [received] = new FrameStream(protocol, device).push(bytes);
  assert.ok(received && 'content' in received);
  return received.content;
}

const answers = (protocol: Protocol, content: FrameContent, accepted: boolean): string[] =>
  protocol.answer(content, { ...reception, accepted }, device).map((bytes) => bytes.toString('latin1'));

const text = (frame: string): FrameContent => contentOf(jointech, Buffer.from(frame, 'latin1'));

test('Jointech: a report of older models, and one of a peripheral, is marked as unread', () => {
  const position = '040812,185302,T,22.564025,N,113.242329,E,5,152,9,32%,00000000000011,10133,5173,22,100,1';
  const reports = [
    `(3301210003,U01,${position})`,
    `(3301210003,U06,1,${position},300,100,10)`,
    '(8000620011,1,168,WLNET,5,2,abc)',
  ];
  for (const frame of reports) {
    const content = text(frame);
    assert.equal(content.unread, true, frame);
    assert.equal(answers(jointech, content, true).length, 1, frame);
    assert.deepEqual(answers(jointech, content, false), [], frame);
  }
  for (const frame of ['(8000620011,@JT)', '(8000620011,P22,2)', '(3301210003,U04)'])
    assert.equal(text(frame).unread, undefined, frame);
});

/** A frame of JT/T 808, 2013. */
function frameOf(msgId: number, bodyHex: string, more: object = {}): FrameContent {
  const header = {
    ...{ msgId, encrypt: 0, subpackage: false, version2019: false, bit15: false, protocolVersion: 0 },
    ...{ phone: '012345678901', serial: 7, packTotal: 0, packIndex: 0 },
    ...more,
  };
  return contentOf(jt808, close(writeHeader(header, Buffer.from(bodyHex, 'hex'))));
}

/** Result of the one general reply. */
function resultOf(content: FrameContent, accepted: boolean): number | undefined {
  const [reply, ...more] = jt808.answer(content, { ...reception, accepted }, device);
  assert.deepEqual(more, []);
  const { fields } = contentOf(jt808, reply ?? Buffer.alloc(0));
  return fields['msgId'] === '0x8001' ? Number(fields['result']) : undefined;
}

test('JT/T 808: what nobody read is marked, and not supported where it is not taken', () => {
  const unread = [
    frameOf(0x0fff, '00'),
    frameOf(0x0fff, ''),
    frameOf(0x0210, 'ff00ff'),
    frameOf(0x0900, '4000'),
    frameOf(0x0200, '00', { encrypt: 1 }),
    frameOf(0x0002, '00', { subpackage: true, packTotal: 2, packIndex: 1 }),
  ];
  for (const content of unread) {
    assert.equal(content.unread, true, `${content.fields['msgId']}`);
    assert.equal(resultOf(content, false), 3, `${content.fields['msgId']}`);
  }
});

test('JT/T 808: what is read, or can hold no report, is not marked and not called unsupported', () => {
  const read = [frameOf(0x0002, ''), frameOf(0x0003, ''), frameOf(0x0210, '64260101101010')];
  for (const content of read) {
    assert.equal(content.unread, undefined, `${content.fields['msgId']}`);
    assert.equal(resultOf(content, true), 0);
    assert.equal(resultOf(content, false), 1);
  }
});
