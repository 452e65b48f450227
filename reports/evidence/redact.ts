const MASK = '"***"';
const WORDS = 'access[-_ ]?code|secret|password|token|authorization';
const SECRET_KEY = new RegExp(WORDS, 'i');
/** Cheap first look: most messages hold no secret; an escape, or a wider encoding, may hide a letter of a key. */
const SUSPICIOUS = new RegExp(`${WORDS}|\\\\u|\\0`, 'i');

/** What may name a secret; taken run by run, so that a hostile text costs no more than its length. */
const RUN = /[\w-]+/g;
/** Between a name and its value: the end of a quoted name, `:` or `=`, the quote that opens the value. */
const SEPARATOR =
  /(\\*["']|%2[27])?(?:\s|\\[nrt])*(?:[:=]|%3[AD])(?:\s|\\[nrt])*(\\*["']|%2[27])?((?:Bearer|Basic)\s+)?/iy;
const BARE_VALUE = /[^\s"'&,;}<]+/y;
/** Inside a JSON string a backslash belongs to what follows. */
const QUOTED_BARE_VALUE = /[^\s"'&,;}<\\]+/y;
const SCALAR = /[^\s,\]}]+/y;
const ELEMENT = /<([^<>]*)>(<!\[CDATA\[[^\]]*|[^<]+)/g;

/** True for a member name whose value never appears in evidence (P21). */
export const isSecretKey = (key: string): boolean => SECRET_KEY.test(key);

/**
 * Replaces the value of every secret member of a JSON text by `"***"`, and leaves all other bytes as they are; JSON
 * quoted inside a text counts too. Text that is not JSON is redacted by pattern (`token=...`, `<password>...`).
 * @source profile decision P21 (access codes never appear in evidence)
 */
export function redactText(text: string): string {
  if (!SUSPICIOUS.test(text)) return text;
  return redactJson(text) ?? redactDisguised(text);
}

/** The same for text of no known form, such as the path of a request. */
export function redactByPattern(text: string): string {
  if (!SUSPICIOUS.test(text)) return text;
  return redactAssignments(text, false).replace(ELEMENT, (whole, tag: string, value: string) =>
    isSecretKey(tag.split(/[\s/]/, 1)[0] ?? '') ? `${whole.slice(0, whole.length - value.length)}***` : whole,
  );
}

/** No JSON: a key may still be written with escapes, or each character with a zero byte (UTF-16). */
function redactDisguised(text: string): string {
  const plain = text
    .replaceAll('\0', '')
    .replace(/\\u00([4-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return isSecretKey(plain) ? redactByPattern(isSecretKey(text) ? text : plain) : text;
}

/** Redacted JSON text, or null when `text` is not JSON. */
function redactJson(text: string): string | null {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  let redacted = '';
  let copied = 0;
  const replace = (from: number, to: number, by: string): void => {
    redacted += text.slice(copied, from) + by;
    copied = to;
  };
  for (let start = text.indexOf('"'); start >= 0; ) {
    const end = stringEnd(text, start);
    const value = valueStart(text, end);
    let next = end;
    if (value === null) {
      const content = text.slice(start + 1, end - 1);
      const clean = redactAssignments(content, true);
      if (clean !== content) replace(start + 1, end - 1, clean);
    } else if (isSecretKey(JSON.parse(text.slice(start, end)) as string)) {
      next = valueEnd(text, value);
      replace(value, next, MASK);
    }
    start = text.indexOf('"', next);
  }
  return redacted + text.slice(copied);
}

/** Hides what is assigned to a secret name; in a JSON string (`quoted`) only where the name stands in quotes. */
function redactAssignments(text: string, quoted: boolean): string {
  if (!SECRET_KEY.test(text)) return text;
  let redacted = '';
  let copied = 0;
  RUN.lastIndex = 0;
  for (let run = RUN.exec(text); run; run = RUN.exec(text)) {
    if (!isSecretKey(run[0])) continue;
    const resume = RUN.lastIndex;
    SEPARATOR.lastIndex = resume;
    const separator = SEPARATOR.exec(text);
    const closing = separator?.[1];
    if (!separator || (quoted && closing === undefined)) continue;
    const end = assignedEnd(text, SEPARATOR.lastIndex, closing, separator[2], quoted);
    if (end === SEPARATOR.lastIndex) continue;
    redacted += `${text.slice(copied, SEPARATOR.lastIndex)}***`;
    copied = end;
    RUN.lastIndex = end;
  }
  return redacted + text.slice(copied);
}

/** Where an assigned value ends; what cannot be told apart from it is hidden with it. */
function assignedEnd(
  text: string,
  start: number,
  closing: string | undefined,
  opening: string | undefined,
  quoted: boolean,
): number {
  if (opening !== undefined) {
    const end = text.indexOf(opening, start);
    return end < 0 || (opening.length === 1 && text[end - 1] === '\\') ? text.length : end;
  }
  if (closing !== undefined && /[[{]/.test(text.charAt(start))) return text.length;
  const bare = quoted ? QUOTED_BARE_VALUE : BARE_VALUE;
  bare.lastIndex = start;
  return bare.test(text) ? bare.lastIndex : start;
}

/** The end of the JSON string that starts at `start`. No pattern: a long string would overflow its stack. */
function stringEnd(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let before = quote - 1;
    while (text[before] === '\\') before -= 1;
    if ((quote - before) % 2 === 1) return quote + 1;
  }
  return text.length;
}

/** Where the value of a member starts, when the string that ended at `end` is its name. */
function valueStart(text: string, end: number): number | null {
  const colon = skipSpace(text, end);
  return text[colon] === ':' ? skipSpace(text, colon + 1) : null;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at += 1;
  return at;
}

/** The end of the JSON value that starts at `start`; the text is known to be JSON. */
function valueEnd(text: string, start: number): number {
  const first = text.charAt(start);
  if (first === '"') return stringEnd(text, start);
  if (!'{['.includes(first)) {
    SCALAR.lastIndex = start;
    return SCALAR.test(text) ? SCALAR.lastIndex : text.length;
  }
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') at = stringEnd(text, at) - 1;
    else if ('{['.includes(character)) depth += 1;
    else if ('}]'.includes(character)) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}
