const MASK = '"***"';
const SECRET_KEY = /^accessCode$|secret|password|token|authorization/i;
/** Cheap first look: most messages hold no secret; an escape may hide a letter of a key. */
const SUSPICIOUS = /accessCode|secret|password|token|authorization|\\u/i;

const SECRET_WORD = '[\\w-]*(?:accessCode|secret|password|token|authorization)[\\w-]*';
const ASSIGNMENT = new RegExp(
  `(${SECRET_WORD}["']?\\s*(?:[:=]|%3D)\\s*["']?)((?:Bearer|Basic)\\s+)?[^\\s"'&,;}<]+`,
  'gi',
);
const ELEMENT = new RegExp(`(<(?:\\w+:)?${SECRET_WORD}[^>]*>)[^<]+`, 'gi');

/** True for a member name whose value never appears in evidence (P21). */
export const isSecretKey = (key: string): boolean => SECRET_KEY.test(key);

/**
 * Replaces the value of every secret member of a JSON text by `"***"`, and leaves all other bytes as they are.
 * Text that is not JSON is redacted by pattern (`token=...`, `<password>...`).
 * @source profile decision P21 (access codes never appear in evidence)
 */
export function redactText(text: string): string {
  if (!SUSPICIOUS.test(text)) return text;
  return redactJson(text) ?? redactByPattern(text);
}

/** The same for text of no known form, such as the path of a request. */
export function redactByPattern(text: string): string {
  if (!SUSPICIOUS.test(text)) return text;
  return text.replace(ASSIGNMENT, '$1$2***').replace(ELEMENT, '$1***');
}

/** Redacted JSON text, or null when `text` is not JSON. */
function redactJson(text: string): string | null {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  const strings = /"(?:[^"\\]|\\.)*"/gs;
  let redacted = '';
  let copied = 0;
  for (let match = strings.exec(text); match; match = strings.exec(text)) {
    const value = valueStart(text, strings.lastIndex);
    if (value === null || !isSecretKey(JSON.parse(match[0]) as string)) continue;
    const end = valueEnd(text, value);
    redacted += text.slice(copied, value) + MASK;
    copied = end;
    strings.lastIndex = end;
  }
  return redacted + text.slice(copied);
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
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]]|[^\s,:"{}[\]]+/gs;
  tokens.lastIndex = start;
  let depth = 0;
  for (let match = tokens.exec(text); match; match = tokens.exec(text)) {
    if (match[0] === '{' || match[0] === '[') depth += 1;
    if (match[0] === '}' || match[0] === ']') depth -= 1;
    if (depth === 0) return tokens.lastIndex;
  }
  return text.length;
}
