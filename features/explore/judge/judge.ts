import type { Movement } from '../../../fixtures/movements/movement.ts';
import type { ExchangeRecord } from '../../../reports/evidence/exchange.ts';
import type { Observation } from '../../checks/check.ts';
import { cursorsWithoutGap } from '../../checks/deliveries-in-order.ts';
import { findingAbout } from '../../checks/finding-told.ts';
import { hubMessagesSound } from '../../checks/hub-messages.ts';
import type { HubModel } from '../model/hub-model.ts';
import type { Entry } from '../model/views.ts';
import type { Scene } from '../scene.ts';
import { judgeDeliveries, judgeLedger } from './judge-books.ts';
import { judgeGuarantee } from './judge-guarantee.ts';
import { citing, judgeMessage, judgeRefusal } from './judge-message.ts';
import { RecordIndex } from './record-index.ts';

/** Compares what was recorded of a sequence with what the profile wants, by the checks of the specification. */
export class Judge {
  readonly #index = new RecordIndex();
  /** The stack was killed: what it had delivered without noting it may come once more, under the same cursor. */
  restarted = false;
  readonly #scene: Scene;
  readonly #model: HubModel;

  constructor(scene: Scene, model: HubModel) {
    this.#scene = scene;
    this.#model = model;
  }

  /** The ledger entry that was just answered. */
  ledger(movement: Movement, by: string): Observation[] {
    return judgeLedger(this.#model, movement, by, this.#of(movement.reference));
  }

  /** The register entry that was just answered. */
  guarantee(movement: Movement): Observation[] {
    return judgeGuarantee(this.#model, movement, this.#of(movement.guarantee.register.guaranteeReference));
  }

  /** A message that was just refused in its answer. */
  refusal(entry: Entry): Observation[] {
    return judgeRefusal(entry, this.#about(entry.message.messageId));
  }

  /** All else, once everything has been delivered. */
  end(movements: Iterable<Movement>): Observation[] {
    const countries = [...this.#scene.environment.seats.keys()];
    const messages = [...this.#model.entries.values()].flatMap((entry) =>
      judgeMessage(entry, this.#about(entry.message.messageId)),
    );
    const books = [...movements].flatMap((movement) =>
      judgeDeliveries(this.#model, movement, countries, this.#of(movement.reference)),
    );
    return [...messages, ...books, ...this.#reuses(), ...this.#whole(countries)];
  }

  /** Whoever uses an id again for other content is warned each time. */
  #reuses(): Observation[] {
    const reused = [...this.#model.entries.values()].filter(
      ({ outcome }) => outcome.kind === 'refused-at-once' && outcome.status === 409,
    );
    const byId = Map.groupBy(reused, ({ message }) => message.messageId);
    return [...byId].flatMap(([messageId, entries]) => {
      const senders = entries.map(({ message }) => message.sender);
      return citing('KEY-004', findingAbout(this.#about(messageId), 'duplicate-id', messageId, senders));
    });
  }

  #whole(countries: readonly string[]): Observation[] {
    const recorded = this.#once(this.#scene.recorded);
    if (this.#model.entries.size === 0) return [];
    if (!this.#scene.alone) return hubMessagesSound(recorded);
    const inTurn = recorded.filter(({ kind, answer }) => kind === 'deliver' && answer?.status === 202);
    inTurn.sort((a, b) => cursorOf(a) - cursorOf(b));
    const cursors = countries.flatMap((country) => {
      const count = inTurn.filter(({ to }) => to === country).length;
      return citing('DLV-001', cursorsWithoutGap(inTurn, country, count));
    });
    return [...hubMessagesSound(recorded), ...cursors];
  }

  #about(messageId: string) {
    this.#index.read(this.#scene.recorded);
    return this.#once(this.#index.about(messageId));
  }

  #of(reference: string) {
    this.#index.read(this.#scene.recorded);
    return this.#once(this.#index.of(reference));
  }

  /**
   * At least once on the wire: the same cursor again after a restart is the same delivery, and an attempt that our own seat
   * left unanswered is none.
   */
  #once(records: readonly ExchangeRecord[]): readonly ExchangeRecord[] {
    const seen = new Set<string>();
    return records.filter(({ kind, to, headers, answer, bodyDigest, fault }) => {
      if (kind === 'deliver' && fault !== undefined) return false;
      if (!this.restarted || kind !== 'deliver' || answer?.status !== 202) return true;
      const key = `${to} ${headers['corridor-cursor']} ${bodyDigest}`;
      return !seen.has(key) && seen.add(key);
    });
  }
}

/** Deliveries about different movements may overtake each other; their cursors say in which order they were queued. */
const cursorOf = ({ headers }: ExchangeRecord): number => Number(headers['corridor-cursor']);
