import { refuseContradiction } from '../contradiction.ts';
import { textField, textsField } from '../field-access.ts';
import type { FrameContent, FrameKind } from '../protocol.ts';
import { isTerminal, TOKEN, type Token, terminalOf, textFrame } from './text-frame.ts';

/** Reports of older models (JT600): their arguments are kept as they are, nobody reads what they report. */
const OLDER_REPORTS = /^[UW][0-9]{2}$/;

/**
 * Reads any text frame without a layout of its own: commands of the server `(P69,0,86)`, answers and requests of the
 * device `(ID,P22,2)`, heartbeats `(ID,@JT)`, reports of older models. The arguments stay as they came.
 *
 * @source JT701D Protocol Manual V1.4 (tracking notes, clause 2)
 */
export function readCommandFrame(tokens: readonly Token[]): FrameContent {
  const texts = tokens.map(({ text }) => text);
  const [first = ''] = texts;
  const named = isTerminal(first);
  const [command = '', ...rest] = named ? texts.slice(1) : texts;
  const bare = { deviceId: named ? first : null, reports: [], conditions: [] };
  if (named && command === 'P52' && rest.length === 2)
    return { ...bare, kind: 'command', fields: { command, step: rest[0] ?? '', password: rest[1] ?? '' } };
  return {
    ...bare,
    kind: kindOf(command, named),
    // A frame that is only `(ID)` has no command; one that ends after it has no arguments.
    fields: { ...(texts.length > (named ? 1 : 0) ? { command } : {}), arguments: rest },
    ...(named && OLDER_REPORTS.test(command) && rest.length > 0 ? { unread: true as const } : {}),
  };
}

function kindOf(command: string, named: boolean): FrameKind {
  if (command === '@JT') return 'heartbeat';
  return named && (OLDER_REPORTS.test(command) || !/^[PS][0-9]{2}$/.test(command)) ? 'other' : 'command';
}

/** Writes what `readCommandFrame` gives. @throws FieldError */
export function writeCommandFrame(content: FrameContent): Buffer {
  const { fields, deviceId } = content;
  const says = 'text without brackets and commas';
  const tokens = deviceId === null ? [] : [terminalOf(content)];
  if (fields['command'] !== undefined) tokens.push(textField(fields, 'command', TOKEN, says));
  if (fields['password'] === undefined) tokens.push(...textsField(fields, 'arguments', TOKEN, says));
  else tokens.push(textField(fields, 'step', TOKEN, says), textField(fields, 'password', TOKEN, says));
  const found = readCommandFrame(tokens.map((text) => ({ text, offset: 0 })));
  refuseContradiction(content, found);
  return textFrame(...tokens);
}
