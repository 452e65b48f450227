/** Why an address gave no usable answer; `detail` quotes what was seen. */
export interface AskFault {
  readonly kind:
    | 'unreachable'
    | 'timeout'
    | 'cut'
    | 'too-large'
    | 'redirect'
    | 'status'
    | 'html'
    | 'not-json';
  readonly detail: string;
}

/** One JSON object, or why there is none. */
export type Asked =
  | { readonly body: Readonly<Record<string, unknown>> }
  | { readonly body?: undefined; readonly fault: AskFault };

export interface AskOptions {
  /** Until the last byte of the answer, milliseconds. */
  readonly withinMs: number;
  /** Larger answers are not read to their end. */
  readonly atMostBytes?: number;
}

const ONE_MEBIBYTE = 1_048_576;
const SHOWN_CHARACTERS = 60;

/** One GET that always ends: within a time, up to a size, following no redirect. Never throws for what the other does. */
export async function ask(url: string, { withinMs, atMostBytes = ONE_MEBIBYTE }: AskOptions): Promise<Asked> {
  const signal = AbortSignal.timeout(withinMs);
  try {
    const answer = await fetch(url, { signal, redirect: 'manual', headers: { accept: 'application/json' } });
    const fault = faultOfStatus(answer);
    if (fault) {
      await answer.body?.cancel();
      return { fault };
    }
    const text = await textOf(answer, atMostBytes);
    return text === undefined
      ? { fault: { kind: 'too-large', detail: `${atMostBytes}` } }
      : readObject(text, answer.headers.get('content-type') ?? '');
  } catch (error) {
    return { fault: signal.aborted ? { kind: 'timeout', detail: `${withinMs / 1000}` } : linkFault(error) };
  }
}

function faultOfStatus(answer: Response): AskFault | undefined {
  const { status, headers } = answer;
  const location = headers.get('location');
  if (status >= 300 && status < 400 && location !== null)
    return { kind: 'redirect', detail: shown(location) };
  return status === 200 ? undefined : { kind: 'status', detail: `${status}` };
}

/** The whole text, or undefined when it is larger than the limit. */
async function textOf(answer: Response, atMostBytes: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length;
    if (bytes > atMostBytes) return undefined; // leaving the loop cancels the rest
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readObject(text: string, contentType: string): Asked {
  if (/^text\/html/i.test(contentType) || /^\s*<(?:!doctype|html)/i.test(text))
    return { fault: { kind: 'html', detail: shown(text) } };
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { body: { ...body } };
  } catch {
    // told below, with what stood there
  }
  return { fault: { kind: 'not-json', detail: shown(text) } };
}

const REFUSED =
  /^(?:ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT)$/;

/** `fetch` wraps what the connection said; several addresses of one name are wrapped once more. */
function linkFault(error: unknown): AskFault {
  const { cause = error } = error as { cause?: unknown };
  const { code, message, errors } = cause as {
    code?: string;
    message?: string;
    errors?: { code?: string }[];
  };
  const detail = code ?? errors?.[0]?.code ?? message ?? 'unknown';
  return { kind: REFUSED.test(detail) ? 'unreachable' : 'cut', detail: shown(detail) };
}

const shown = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, SHOWN_CHARACTERS);
