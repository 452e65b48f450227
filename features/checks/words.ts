import { messages } from '../../profile/messages/messages.ts';
import { movementStates } from '../../profile/states/movement-states.ts';
import { show } from './check.ts';

/** How one value is told to an officer. */
export type Word = (value: unknown) => string;

/** A state of the ledger by its French name; one that the profile does not know as it is. */
export const stateWord: Word = (code) => known(movementStates, code)?.fr ?? show(code);

/** A message, by its name, as officers call it; one that the profile does not know as it is. */
export const messageWord: Word = (name) => known(messages, name)?.french ?? show(name);

/** Each entry of a list by its word. */
export const listOf =
  (word: Word): Word =>
  (values) =>
    Array.isArray(values) && values.length > 0 ? values.map(word).join(', ') : show(values);

const known = <Entry>(table: Readonly<Record<string, Entry>>, key: unknown): Entry | undefined =>
  typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined;
