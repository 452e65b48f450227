import { refuseContradiction } from '../contradiction.ts';
import { textField, textsField } from '../field-access.ts';
import type { FrameContent } from '../protocol.ts';
import { escapeBinary, unescapeBinary } from './escapes.ts';
import { TOKEN, type Token, terminalOf, textFrame } from './text-frame.ts';

/** Whether the fields are those of a peripheral: `(ID,1,serial,WLNET,5,...)`. */
export const isPeripheral = (tokens: readonly Token[]): boolean =>
  tokens.length > 5 && tokens[3]?.text === 'WLNET' && tokens[4]?.text === '5';

/**
 * Reads what a sub-lock (JT709) or sensor (JT126) reported through the device. Each part between commas is given as
 * bytes, its escapes undone; what they mean depends on the peripheral, so that a report in them stays unread.
 *
 * @throws FrameError ESCAPE
 * @source JT701D Protocol Manual V1.4, WLNET,5 (tracking notes, clause 2)
 */
export function readPeripheralFrame(tokens: readonly Token[]): FrameContent {
  const [id = '', session = '', serial = ''] = tokens.map(({ text }) => text);
  return {
    kind: 'other',
    deviceId: id,
    reports: [],
    conditions: [],
    fields: {
      command: 'WLNET',
      direction: session,
      serial,
      partsHex: tokens
        .slice(5)
        .map(({ text, offset }) => unescapeBinary(Buffer.from(text, 'latin1'), offset).toString('hex')),
    },
    unread: true,
  };
}

/** Writes what `readPeripheralFrame` gives, escapes included. @throws FieldError */
export function writePeripheralFrame(content: FrameContent): Buffer {
  const { fields } = content;
  const says = 'text without brackets and commas';
  const parts = textsField(fields, 'partsHex', /^(?:[0-9a-f]{2})*$/, 'bytes in lower-case hexadecimal').map(
    (hex) => escapeBinary(Buffer.from(hex, 'hex')).toString('latin1'),
  );
  const tokens = [
    terminalOf(content),
    textField(fields, 'direction', TOKEN, says),
    textField(fields, 'serial', TOKEN, says),
    'WLNET',
    '5',
    ...(parts.length === 0 ? [''] : parts),
  ];
  refuseContradiction(content, readPeripheralFrame(tokens.map((text) => ({ text, offset: 0 }))));
  return textFrame(...tokens);
}
