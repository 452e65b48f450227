import type { FrameKind } from '../protocol.ts';
import { jointechLock } from './jointech-lock.ts';
import {
  counted,
  type Element,
  hex,
  msgId,
  readElements,
  readTail,
  text,
  uint,
  writeElements,
  writeTail,
} from './layout.ts';
import type { Message } from './message.ts';
import { parametersAnswer, setParameters } from './parameters.ts';
import { batch, position, queriedPosition, vendorBatch } from './positions.ts';
import { authentication, register, registration } from './register.ts';
import { transparent } from './transparent.ts';

/** A message of elements in order; bytes behind them are kept in `tailHex`. */
const elementsMessage = (
  kind: FrameKind,
  until2013: readonly Element[],
  since2019: readonly Element[] = until2013,
): Message => ({
  kind,
  read(reader, { version2019 }) {
    const elements = readElements(reader, version2019 ? since2019 : until2013);
    return { fields: { ...elements, ...readTail(reader) } };
  },
  write: (fields, _content, { version2019 }) =>
    Buffer.concat([writeElements(fields, version2019 ? since2019 : until2013), writeTail(fields)]),
});

/** 0x8001 and 0x0001: serial and id of the frame answered, result. @source tracking notes, section 4, server general reply */
const generalReply: readonly Element[] = [uint('ackSerial', 2), msgId('ackMsgId'), uint('result', 1)];

/** Time of a server, UTC, as the reference server gives it. @source assumption */
export const serverTime: readonly Element[] = [
  uint('year', 2),
  uint('month', 1),
  uint('day', 1),
  uint('hour', 1),
  uint('minute', 1),
  uint('second', 1),
];

/** What a terminal is made of. @source JT/T 808-2013, 0x0107; section 6 of tracking notes, vectors jt808-020 to -023 */
const attributes = (maker: number, model: number, terminal: number): Element[] => [
  uint('terminalType', 2),
  text('makerId', maker),
  text('model', model),
  text('terminalSerial', terminal),
  hex('iccid', 10),
  counted('hardwareVersion'),
  counted('firmwareVersion'),
  uint('gnss', 1),
  uint('communication', 1),
];

const textMessage = [uint('textFlag', 1), text('text')];

/** Messages whose bodies are read; the body of any other is kept in hexadecimal. @source tracking notes, section 4 */
export const messages: ReadonlyMap<number, Message> = new Map<number, Message>([
  [0x0001, elementsMessage('command', generalReply)],
  [0x0002, elementsMessage('heartbeat', [])],
  [0x0003, elementsMessage('other', [])],
  [0x0100, register],
  [0x0102, authentication],
  [0x0104, parametersAnswer],
  [0x0107, elementsMessage('command', attributes(5, 20, 7), attributes(11, 30, 30))],
  [0x0109, elementsMessage('other', [])],
  [0x0200, position],
  [0x0201, queriedPosition],
  [0x0210, vendorBatch],
  [0x0500, queriedPosition],
  [0x0704, batch],
  [0x0900, transparent],
  [0x4401, elementsMessage('command', [msgId('ackMsgId'), uint('result', 1)])],
  [0x5501, jointechLock(false)],
  [0x5502, jointechLock(true)],
  [0x8001, elementsMessage('command', generalReply)],
  [0x8100, registration],
  [0x8103, setParameters],
  [0x8104, elementsMessage('command', [])],
  [0x8105, elementsMessage('command', [uint('commandWord', 1), text('parameters')])],
  [0x8109, elementsMessage('command', serverTime)],
  [0x8300, elementsMessage('command', textMessage, [uint('textFlag', 1), uint('textType', 1), text('text')])],
  [0x8500, elementsMessage('command', [uint('controlFlag', 1)], [uint('controlCount', 2)])],
]);
