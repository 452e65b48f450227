import { FieldError, FrameError } from '../protocol.ts';
import { type Given, given } from './given.ts';
import type { Header } from './header.ts';
import {
  counted,
  type Element,
  readElements,
  readTail,
  text,
  uint,
  writeElements,
  writeTail,
} from './layout.ts';
import type { Message } from './message.ts';

type Layout = '2011' | '2013' | '2019';

const elements = (maker: number, model: number, terminal: number): Element[] => [
  uint('province', 2),
  uint('city', 2),
  text('makerId', maker),
  text('model', model),
  text('terminalSerial', terminal),
  uint('plateColor', 1),
  text('plateGbk', undefined, 'plateHex'),
];

/** @source tracking notes, section 4, handshake (0x0100) */
const layouts: Readonly<Record<Layout, { readonly fixed: number; readonly elements: readonly Element[] }>> = {
  '2011': { fixed: 25, elements: elements(5, 8, 7) },
  '2013': { fixed: 37, elements: elements(5, 20, 7) },
  '2019': { fixed: 76, elements: elements(11, 30, 30) },
};

/** Frames of 2011 and 2013 differ by nothing but their length: a plate of 12 bytes or more is never of 2011. */
function layoutOf(version2019: boolean, length: number): Layout {
  if (version2019) return '2019';
  return length >= layouts['2013'].fixed ? '2013' : '2011';
}

/**
 * 0x0100, in `fields.register`; `layout` names the version. The plate is text in GBK: `plateHex` beside `plateGbk` holds
 * its bytes where they are not ASCII, and is written as long as both say the same.
 * @source tracking notes, section 4, handshake
 */
export const register: Message = {
  kind: 'login',
  read(reader, { version2019 }) {
    const layout = layoutOf(version2019, reader.left);
    if (reader.left < layouts[layout].fixed)
      throw new FrameError('LENGTH', reader.offset, `${reader.left} bytes are too short for a registration`);
    return { fields: { register: { layout, ...readElements(reader, layouts[layout].elements) } } };
  },
  write(fields, _content, { version2019 }) {
    const register = fields.object('register');
    const named = register.text('layout', version2019 ? '2019' : '2013');
    const layout = Object.keys(layouts).find((name): name is Layout => name === named);
    const body = layout ? writeElements(register, layouts[layout].elements) : Buffer.alloc(0);
    if (layout && layoutOf(version2019, body.length) === layout) return body;
    throw new FieldError(
      `${register.pointer}/layout`,
      'is not the version of this frame, or its plate is too long',
    );
  },
};

const versionElements: Element[] = [text('imei', 15), text('firmwareVersion', 20)];

/**
 * 0x0102. Until 2013 the code alone; since 2019 its length, the code, the IMEI and the version of the firmware (left out
 * by some).
 * @source tracking notes, section 4, handshake
 */
export const authentication: Message = {
  kind: 'login',
  read(reader, { version2019 }) {
    if (!version2019) return { fields: readElements(reader, [text('authCode')]) };
    const code = readElements(reader, [counted('authCode')]);
    const versions = reader.left >= 35 ? readElements(reader, versionElements) : {};
    return { fields: { ...code, ...versions, ...readTail(reader) } };
  },
  write(fields, _content, { version2019 }) {
    if (!version2019) return writeElements(fields, [text('authCode')]);
    const versions = writeVersions(fields);
    return Buffer.concat([writeElements(fields, [counted('authCode')]), versions, writeTail(fields)]);
  },
};

const writeVersions = (fields: Given): Buffer =>
  fields.has('imei') || fields.has('imeiHex') ? writeElements(fields, versionElements) : Buffer.alloc(0);

/** 0x8100: serial of the registration, result, and with result 0 the code to log in with. @source tracking notes, section 4 */
export const registration: Message = {
  kind: 'command',
  read: (reader) => ({ fields: readElements(reader, registrationElements) }),
  write: (fields) => writeElements(fields, registrationElements),
};

const registrationElements: Element[] = [uint('ackSerial', 2), uint('result', 1), text('authCode')];

/** Body of 0x8100. */
export const registrationBody = (ackSerial: number, result: number, authCode: string): Buffer =>
  writeElements(given({ ackSerial, result, authCode }, '/fields'), registrationElements);

/**
 * The code that this stack gives: the phone as the header has it, the same each time. No secret: test traffic.
 * @source assumption (the reference server does so)
 */
export const codeFor = ({ phone }: Header, deviceId: string): string =>
  /^\d+$/.test(phone) ? phone : deviceId;
