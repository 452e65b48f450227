const QUERY_PATH = /^\/v0\/(?:movements|guarantees|journeys)\/([^/?#]{1,64})/;

/**
 * Every name under which a message belongs to a conversation, most telling first: its `conversationId`, the
 * transit reference, the guarantee reference, the message it answers, itself. The envelope of a foreign
 * system may leave the first ones out, so that a reader must try the others.
 * @param body parsed JSON of any shape
 * @source profile envelope (conversationId: transit reference or the request's messageId)
 */
export function conversationsOf(body: unknown): string[] {
  const message = fieldsOf(body);
  const payload = fieldsOf(message?.['payload']);
  const candidates = [
    message?.['conversationId'],
    payload?.['transitReference'],
    fieldsOf(payload?.['by'])?.['transitReference'],
    payload?.['guaranteeReference'],
    message?.['correlationId'],
    message?.['messageId'],
  ];
  const names: string[] = [];
  for (const name of candidates) if (isName(name) && !names.includes(name)) names.push(name);
  return names;
}

/** The conversation of a message: the first of {@link conversationsOf}, or undefined. */
export const conversationOf = (body: unknown): string | undefined => conversationsOf(body)[0];

/** The conversation of a query, by its path: `/v0/movements/{transitReference}`, `/v0/journeys/{transitReference}`, `/v0/guarantees/{reference}`. */
export const conversationOfPath = (path: string): string | undefined => QUERY_PATH.exec(path)?.[1];

/** Half of a surrogate pair would make the line of evidence unreadable for others than JavaScript. */
const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 64 && value.isWellFormed();

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
