const WIDTH = 80;

/** Breaks at spaces, those that may break, so that lines hold 80 columns; a longer word stands alone. */
export function wrap(text: string, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .split(/[^\S\u00a0\u202f]+/)
    .map(printable)
    .filter(Boolean)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].filter(Boolean).map((text) => indent + text);
}

/** Names and messages of others must not steer the terminal. */
export const printable = (text: string): string =>
  text.replace(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
