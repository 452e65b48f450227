import { statement } from '../database/transaction.ts';

/** A message that waits for the one it follows. */
export interface WaitingMessage {
  readonly sender: string;
  readonly messageId: string;
  readonly reason: 'early' | 'gap';
}

const insert = statement(
  'waiting-insert',
  `insert into waiting (reference, sender, message_id, reason, version, received_at) values ($1, $2, $3, $4, $5, $6)`,
);

/** Keeps a message waiting about a movement. */
export const keepWaiting = (
  on: Parameters<typeof insert>[0],
  reference: string,
  { sender, messageId, reason }: WaitingMessage,
  version: number | null,
  receivedAt: number,
): Promise<unknown> => insert(on, reference, sender, messageId, reason, version, new Date(receivedAt));

const select = statement<{ sender: string; message_id: string; reason: 'early' | 'gap' }>(
  'waiting-select',
  `select sender, message_id, reason from waiting where reference = $1
   order by position`,
);

/** What waits about a movement, as it was received. */
export const findWaiting = async (
  on: Parameters<typeof select>[0],
  reference: string,
): Promise<WaitingMessage[]> =>
  (await select(on, reference)).map(({ sender, message_id: messageId, reason }) => ({
    sender,
    messageId,
    reason,
  }));

const remove = statement('waiting-delete', 'delete from waiting where sender = $1 and message_id = $2');

/** The message waits no longer. */
export const stopWaiting = (
  on: Parameters<typeof remove>[0],
  { sender, messageId }: WaitingMessage,
): Promise<unknown> => remove(on, sender, messageId);
