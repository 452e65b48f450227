// The seat

export type { EnvelopeOptions } from './compose-message.ts';
export type { CustomsOptions } from './customs-options.ts';
export { CustomsSystem } from './customs-system.ts';
// What it tells

export type { DeclarantStatus } from './declarants.ts';
export type { HubAnswer, HubTls, LinkFault, Submission } from './hub-client.ts';
export type { DeadLetter, DeliveryState, PullBody, QueryAnswer } from './hub-queries.ts';
export type { SeatLinks } from './hub-reach.ts';
// Standing alone
export { type MagicReference, magicReferences } from './magic-references.ts';
export { createMessageIds, type MessageIds, type RandomNumbers } from './message-ids.ts';
export type { Misbehaviour } from './misbehaviour.ts';
export type { BookEntry } from './movement-book.ts';
export type { ReceivedMessage } from './receiver.ts';
export type { SeatBackup } from './seat-backup.ts';
export { SeatError } from './seat-error.ts';
