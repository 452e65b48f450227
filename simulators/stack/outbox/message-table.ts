import { statement } from '../database/transaction.ts';

/** A message as the stack keeps it. */
export interface StoredMessage {
  readonly sender: string;
  readonly messageId: string;
  readonly messageType: string;
  readonly conversation: string;
  readonly digest: string;
  readonly bytes: Buffer;
  readonly receivedAt: number;
  readonly late: boolean;
  /** The acknowledgement given; null for messages composed here. */
  readonly answer: Buffer | null;
}

const insert = statement(
  'message-insert',
  `insert into message (sender, message_id, message_type, conversation, digest, bytes, received_at, late, answer)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning 1`,
);

/** Stores a message; false when its key is taken. */
export async function storeMessage(
  on: Parameters<typeof insert>[0],
  message: StoredMessage,
): Promise<boolean> {
  const { sender, messageId, messageType, conversation, digest, bytes, late, answer } = message;
  const receivedAt = new Date(message.receivedAt);
  const rows = await insert(
    on,
    ...[sender, messageId, messageType, conversation, digest, bytes, receivedAt, late, answer],
  );
  return rows.length === 1;
}

const key = statement<{ digest: string; answer: Buffer }>(
  'message-key',
  'select digest, answer from message where sender = $1 and message_id = $2 and answer is not null',
);

/** Digest and answer of an earlier message under the key, or null. */
export const findEarlier = async (
  on: Parameters<typeof key>[0],
  sender: string,
  messageId: string,
): Promise<{ digest: string; answer: Buffer } | null> => (await key(on, sender, messageId))[0] ?? null;

const whole = statement<{
  message_type: string;
  conversation: string;
  digest: string;
  bytes: Buffer;
  received_at: Date;
  late: boolean;
}>(
  'message-whole',
  `select message_type, conversation, digest, bytes, received_at, late from message
   where sender = $1 and message_id = $2`,
);

/** A message kept earlier, or null. */
export async function findMessage(
  on: Parameters<typeof whole>[0],
  sender: string,
  messageId: string,
): Promise<StoredMessage | null> {
  const [row] = await whole(on, sender, messageId);
  if (!row) return null;
  const { message_type: messageType, conversation, digest, bytes, late } = row;
  const receivedAt = row.received_at.getTime();
  return { sender, messageId, messageType, conversation, digest, bytes, receivedAt, late, answer: null };
}
