import { z } from 'zod';
import { hexBytes, latin1Text, parseFields, u8 } from '../bytes/frame-fields.ts';
import { FieldError } from '../protocol.ts';
import type { Message } from './message.ts';
import { restHexFields, restOf } from './position.ts';

/** `serverFlag` comes back in the reply; `restHex` behind the text is the language, two bytes. */
const commandFields = z.object({
  serverFlag: hexBytes.length(8),
  text: latin1Text,
  ...restHexFields,
});

/** Bytes of the server flag; the length before it counts them with the text. */
const FLAG = 4;

/** Command of the server, 0x80, and the reply of the device, 0x15. @source Concox GT06 manual, 6 */
export const command: Message = {
  read(reader) {
    const commandLen = reader.next ?? 0;
    if (commandLen < FLAG || reader.left < 1 + commandLen) return null;
    reader.u8();
    const serverFlag = reader.hex(FLAG);
    const text = reader.latin1(commandLen - FLAG);
    const fields = { commandLen, serverFlag, text, ...restOf(reader) };
    return { kind: 'command', reports: [], conditions: [], fields };
  },
  write(writer, frame) {
    const { serverFlag, text, restHex = '' } = parseFields(commandFields, frame);
    const length = text.length + FLAG;
    if (length > 0xff) throw new FieldError('/fields/text', `${text.length} characters are too many`);
    writer.u8(length).hex(serverFlag).latin1(text).hex(restHex);
  },
};

const onlineFields = z.object({ serverFlag: hexBytes.length(8), encoding: u8, text: latin1Text });

/** Reply of the device, 0x21: the text has no length; `encoding` 2 is UTF-16. @source LL301 protocol; vectors gt06-114, -143 */
export const onlineReply: Message = {
  read(reader) {
    if (reader.left < FLAG + 1) return null;
    const fields = { serverFlag: reader.hex(FLAG), encoding: reader.u8(), text: reader.latin1(reader.left) };
    return { kind: 'command', reports: [], conditions: [], fields };
  },
  write(writer, frame) {
    const { serverFlag, encoding, text } = parseFields(onlineFields, frame);
    writer.hex(serverFlag).u8(encoding).latin1(text);
  },
};
