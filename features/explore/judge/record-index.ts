import type { ExchangeRecord } from '../../../reports/evidence/exchange.ts';
import { isObject, memberOf, parsed, textIn } from '../../checks/recorded.ts';

/** What was recorded, by the message that it is about: checks then look at a handful of records each. */
export class RecordIndex {
  readonly #byMessage = new Map<string, ExchangeRecord[]>();
  readonly #byMovement = new Map<string, ExchangeRecord[]>();
  #read = 0;

  /** Takes in what was recorded since. */
  read(records: readonly ExchangeRecord[]): void {
    for (const record of records.slice(this.#read)) this.#add(record);
    this.#read = records.length;
  }

  /** Submissions and deliveries of a message, refusals and answers to it, in order. */
  about(messageId: string): readonly ExchangeRecord[] {
    return this.#byMessage.get(messageId) ?? [];
  }

  /** Deliveries about a movement, and answers to those who asked for it. */
  of(reference: string): readonly ExchangeRecord[] {
    return this.#byMovement.get(reference) ?? [];
  }

  #add(record: ExchangeRecord): void {
    const message = parsed(record.body);
    const payload = memberOf(message, 'payload');
    const names = [
      textIn(message, 'messageId'),
      textIn(message, 'correlationId'),
      textIn(payload, 'relatesTo'),
    ].filter((name) => name !== '');
    for (const name of new Set(names)) push(this.#byMessage, name, record);
    const asked = memberOf(memberOf(payload, 'by'), 'transitReference');
    const [, queried] = /^\/v0\/(?:movements|guarantees)\/(.+)$/.exec(record.path) ?? [];
    const movement = isObject(message) ? textIn(payload, 'transitReference') || asked : queried;
    if (typeof movement === 'string' && movement !== '') push(this.#byMovement, movement, record);
  }
}

function push(map: Map<string, ExchangeRecord[]>, key: string, record: ExchangeRecord): void {
  const known = map.get(key);
  if (known) known.push(record);
  else map.set(key, [record]);
}
