import type { Texts } from '../../catalogue.ts';
import { html, type Markup } from './markup.ts';

interface Line {
  readonly text: string;
  /** JSON Pointer of the value that the line begins, holds or ends. */
  readonly pointer: string;
}

/**
 * A JSON text put in lines, the values at `pointers` marked. Where a pointer names a field that is absent, the
 * nearest value above it is marked and a note says so. Text that is not JSON, or nested beyond reading, is shown as it
 * came.
 */
export function jsonView(texts: Texts, text: string, pointers: readonly string[]): Markup {
  const value = isDeep(text) ? undefined : parseOrUndefined(text);
  if (value === undefined) return html`<pre class="json" tabindex="0">${text}</pre>`;
  const lines: Line[] = [];
  write(value, '', '', '', '', lines);
  const known = new Set(lines.map(({ pointer }) => pointer));
  const near = pointers.map((pointer) => nearest(pointer, known));
  const absent = near.some((pointer, at) => pointer !== pointers[at]);
  const isMarked = ({ pointer }: Line): boolean =>
    near.some((mark, at) =>
      mark === pointers[at] ? mark === pointer || pointer.startsWith(`${mark}/`) : mark === pointer,
    );
  const shown = lines.map((line) =>
    isMarked(line)
      ? html`<mark title="${texts.exchange.pointed}">${line.text}</mark>\n`
      : html`${line.text}\n`,
  );
  return html`<pre class="json" tabindex="0" translate="no">${shown}</pre>${absent && html`<p class="cut">${texts.exchange.absentField}</p>`}`;
}

/** Deeper than any message; indented, such a text would be thousands of times its length. */
const MAX_DEPTH = 64;

function isDeep(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The pointer itself, or the longest beginning of it that the text has; the empty pointer is the whole. */
function nearest(pointer: string, known: ReadonlySet<string>): string {
  let candidate = pointer;
  while (candidate !== '' && !known.has(candidate))
    candidate = candidate.slice(0, Math.max(0, candidate.lastIndexOf('/')));
  return candidate;
}

function write(
  value: unknown,
  pointer: string,
  indent: string,
  label: string,
  comma: string,
  lines: Line[],
): void {
  const entries = entriesOf(value);
  if (entries === undefined || entries.length === 0) {
    lines.push({ text: `${indent}${label}${JSON.stringify(value)}${comma}`, pointer });
    return;
  }
  const isList = Array.isArray(value);
  lines.push({ text: `${indent}${label}${isList ? '[' : '{'}`, pointer });
  for (const [at, [key, inner]] of entries.entries()) {
    const innerLabel = isList ? '' : `${JSON.stringify(key)}: `;
    const innerPointer = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    write(inner, innerPointer, `${indent}  `, innerLabel, at < entries.length - 1 ? ',' : '', lines);
  }
  lines.push({ text: `${indent}${isList ? ']' : '}'}${comma}`, pointer });
}

function entriesOf(value: unknown): [string, unknown][] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value);
}
