import type { ExchangeModel } from '../../model/run-model.ts';
import type { PageBody, PageExchange, PageRefusal } from './page-data.ts';

/** Bodies are shown up to this many characters; the evidence file has them whole. */
export const SHOWN_CHARACTERS = 8 * 1024;

type Fields = Readonly<Record<string, unknown>>;

/** An exchange as the page shows it: what it says, what was refused and where, long texts cut. */
export function pageExchange(exchange: ExchangeModel): PageExchange {
  const { seq, file, kind, at, from, to, method, path, headers, fault, answer } = exchange;
  const sent = read(exchange.body);
  const answered = read(answer?.body);
  const attempt = Number(headers['corridor-attempt'] ?? 1);
  const messageId = textOf(sent, 'messageId');
  return {
    seq,
    file,
    kind,
    at,
    from,
    to,
    method,
    path,
    ...(messageId !== undefined && { messageId }),
    ...(attempt > 1 && { attempt }),
    ...(headers['corridor-late'] === 'true' && { late: true as const }),
    body: bodyOf(exchange, sent),
    ...(answer && {
      answer: { ...bodyOf(answer, answered), status: answer.status, afterMs: Math.round(answer.afterMs) },
    }),
    ...(fault !== undefined && { fault }),
    ...(kind === 'link' && { link: linkOf(path, sent) }),
    refusals: (answer?.status ?? 0) >= 400 ? refusalsOf(answered) : [],
    refuses: refusalsOf(sent),
  };
}

/** What the body of a line about the network says. */
function linkOf(path: string, fields: Fields | undefined): NonNullable<PageExchange['link']> {
  if (path !== '/struck') {
    const values = Object.entries(fields ?? {}).map(([name, value]) => [name, String(value)]);
    return values.length > 0 ? { values: Object.fromEntries(values) } : {};
  }
  const type = textOf(fields, 'type');
  const answered = fields?.['answered'];
  return {
    ...(type !== undefined && { type }),
    ...(typeof answered === 'number' && { answered }),
  };
}

/** The exchanges whose body carries a message id, the first that was sent of each. */
export function byMessageId(exchanges: readonly PageExchange[]): ReadonlyMap<string, PageExchange> {
  const found = new Map<string, PageExchange>();
  for (const exchange of exchanges)
    if (exchange.messageId !== undefined && !found.has(exchange.messageId))
      found.set(exchange.messageId, exchange);
  return found;
}

interface KeptBody {
  readonly body?: string | undefined;
  readonly bodyBytes: number;
  readonly bodyDigest: string;
}

function bodyOf({ body, bodyBytes, bodyDigest }: KeptBody, fields: Fields | undefined): PageBody {
  const type = textOf(fields, 'messageType');
  const facts = { bytes: bodyBytes, digest: bodyDigest, ...(type !== undefined && { type }) };
  if (body === undefined) return { ...facts, state: bodyBytes > 0 ? 'not-kept' : 'none' };
  if (body.length <= SHOWN_CHARACTERS) return { ...facts, state: 'whole', text: body };
  return { ...facts, state: 'cut', text: body.slice(0, SHOWN_CHARACTERS) };
}

/** Findings of AT91 and AT92, or the code of problem details. Nothing here trusts what it reads. */
function refusalsOf(fields: Fields | undefined): PageRefusal[] {
  const findings = asFields(fields?.['payload'])?.['findings'];
  const listed = Array.isArray(findings) ? findings.slice(0, 20).flatMap(refusalOf) : [];
  if (listed.length > 0) return listed;
  const code = textOf(fields, 'code');
  const detail = textOf(fields, 'detail') ?? textOf(fields, 'title');
  return code === undefined ? [] : [{ code, ...(detail !== undefined && { reason: detail }) }];
}

function refusalOf(value: unknown): PageRefusal[] {
  const fields = asFields(value);
  const code = textOf(fields, 'code');
  if (code === undefined) return [];
  const rule = textOf(fields, 'rule');
  const pointer = textOf(fields, 'pointer');
  const reason = textOf(fields, 'reason');
  return [
    {
      code: rule === undefined ? code : `${code} ${rule}`,
      ...(pointer !== undefined && { pointer }),
      ...(reason !== undefined && { reason }),
    },
  ];
}

function read(text: string | undefined): Fields | undefined {
  if (text === undefined) return undefined;
  try {
    return asFields(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const asFields = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

const textOf = (fields: Fields | undefined, name: string): string | undefined => {
  const value = fields?.[name];
  return typeof value === 'string' ? value : undefined;
};
