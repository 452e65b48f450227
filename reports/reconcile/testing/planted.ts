import type { ObservedExchange } from '../../evidence/observed-exchange.ts';
import { answered, EvidenceBook, type Exchanges } from './evidence-book.ts';
import { FIRST, GUARANTEE, honestBooks, SECOND } from './honest-books.ts';
import { added, answeredOtherwise, changed, delivered, messageOf, one, said, without } from './plant.ts';
import { plantedTrackers } from './planted-trackers.ts';
import { plantedUnreadable } from './planted-unreadable.ts';

const LEDGER = `/v0/movements/${FIRST}`;
const REGISTER = `/v0/guarantees/${GUARANTEE}`;

/** A message that nobody else has, as its submission. */
function submission(
  name: Parameters<EvidenceBook['submit']>[0],
  change: Parameters<EvidenceBook['submit']>[1],
): ObservedExchange {
  const book = new EvidenceBook();
  book.submit(name, change);
  const exchange = one(book.exchanges, { kind: 'submit' });
  const messageId = '01a19b61-2f40-7000-8000-00000000ffff';
  return {
    ...exchange,
    body: JSON.stringify({ ...messageOf(exchange), messageId }),
    answer: answered(202, { correlationId: messageId }),
  };
}

const incident = submission('IncidentNotice', { sender: 'BF', payload: { transitReference: SECOND } });
const NEW_ID = messageOf(incident).messageId;

export interface Planted {
  readonly what: string;
  readonly plant: (honest: Exchanges) => Exchanges;
  readonly movement: string | null;
  readonly seats: readonly string[];
  /** messageIds. */
  readonly messages: readonly string[];
  /** Lines that a fleet of devices wrote beside the evidence. */
  readonly truth?: readonly object[];
}

const idOf = (code: string, about = SECOND, from?: string): string =>
  messageOf(one(honestBooks(), { kind: 'submit', code, about, ...(from && { from }) })).messageId;

/** One violation for each invariant; nothing else may turn red by it. */
export const planted: Readonly<Record<string, Planted>> = {
  'acknowledged-but-not-in-ledger': {
    what: 'the ledger leaves out the arrival',
    plant: (honest) =>
      answeredOtherwise(honest, LEDGER, ({ events }) => ({
        events: (events as { messageType: string }[]).filter(({ messageType }) => messageType !== 'AT07'),
      })),
    movement: FIRST,
    seats: ['BF', 'BF'],
    messages: [idOf('AT07', FIRST)],
  },
  'bytes-differ': {
    what: 'one digit of a delivery is another',
    plant: (honest) =>
      said(honest, { kind: 'deliver', code: 'AT05', about: SECOND, to: 'BF' }, { plate: 'TG-0001-AB' }),
    movement: SECOND,
    seats: ['BF'],
    messages: [idOf('AT05', SECOND, 'TG')],
  },
  'concerned-but-not-told': {
    what: 'the release is never delivered',
    plant: (honest) => without(honest, { kind: 'deliver', code: 'AT02', about: SECOND }),
    movement: SECOND,
    seats: ['BF'],
    messages: [idOf('AT02')],
  },
  'cursor-gap': {
    what: 'the queue of TG skips a position',
    plant: (honest) =>
      changed(honest, { kind: 'deliver', to: 'TG', about: SECOND }, ({ headers }) => ({
        headers: { ...headers, 'corridor-cursor': String(Number(headers['corridor-cursor']) + 1) },
      })),
    movement: null,
    seats: ['TG'],
    messages: [],
  },
  'delivered-but-never-submitted': {
    what: 'Togo receives an incident that Burkina Faso never told',
    plant: (honest) => added(honest, delivered(incident, 'TG')),
    movement: SECOND,
    seats: ['TG', 'BF'],
    messages: [NEW_ID],
  },
  'delivered-out-of-order': {
    what: 'the release overtakes the notice, which is answered later',
    plant: (honest) => {
      const { at } = one(honest, { kind: 'deliver', code: 'AT02', about: SECOND });
      return changed(honest, { kind: 'deliver', code: 'AT01', about: SECOND }, () => ({ at: at + 1 }));
    },
    movement: SECOND,
    seats: ['BF'],
    messages: [idOf('AT01'), idOf('AT02')],
  },
  'discharge-without-arrival': {
    what: 'the discharge comes without control result',
    plant: (honest) => without(honest, { code: 'AT08', about: SECOND }),
    movement: SECOND,
    seats: ['TG'],
    messages: [idOf('AT09')],
  },
  'goods-differ': {
    what: 'the ledger publishes 79 kg less of rice',
    plant: (honest) =>
      answeredOtherwise(honest, LEDGER, ({ notice }) => {
        const { items, ...rest } = notice as { items: { grossMassKg: number }[] };
        return {
          notice: {
            ...rest,
            items: items.map((item, at) => (at === 0 ? { ...item, grossMassKg: 20_001 } : item)),
          },
        };
      }),
    movement: FIRST,
    seats: ['BF'],
    messages: [idOf('AT01', FIRST)],
  },
  'guarantee-not-restored': {
    what: 'the register holds the amount after the discharge',
    plant: (honest) =>
      answeredOtherwise(honest, REGISTER, () => ({
        reservedAmount: 12_000_000,
        availableAmount: 38_000_000,
        reservations: [
          {
            transitReference: FIRST,
            amount: 12_000_000,
            reservationId: '9f1c7a52-0000-4000-8000-000000000001',
          },
        ],
      })),
    movement: FIRST,
    seats: ['TG'],
    messages: [idOf('AT09', FIRST)],
  },
  'guarantee-overdrawn': {
    what: 'the register tells more available than was ever registered',
    plant: (honest) =>
      answeredOtherwise(honest, REGISTER, () => ({
        referenceAmount: 62_000_000,
        availableAmount: 62_000_000,
      })),
    movement: null,
    seats: ['TG'],
    messages: [],
  },
  'in-ledger-without-cause': {
    what: 'the ledger holds an incident that nobody told',
    plant: (honest) =>
      answeredOtherwise(honest, LEDGER, ({ events }) => ({
        events: [...(events as object[]), { messageId: NEW_ID, messageType: 'AT06', sender: 'BF' }],
      })),
    movement: FIRST,
    seats: ['BF', 'BF'],
    messages: [NEW_ID],
  },
  'open-without-end': {
    what: 'nobody discharges the second movement',
    plant: (honest) => without(honest, { code: 'AT09', about: SECOND }),
    movement: SECOND,
    seats: ['TG'],
    messages: [idOf('AT01')],
  },
  'overdue-untold': {
    what: 'the limit passes an hour before the arrival, without a word',
    plant: (honest) => {
      const { at } = one(honest, { kind: 'submit', code: 'AT07', about: SECOND });
      return said(
        honest,
        { code: 'AT02', about: SECOND },
        { limitDate: new Date(at - 3_600_000).toISOString() },
      );
    },
    movement: SECOND,
    seats: ['TG'],
    messages: [idOf('AT01')],
  },
  'passage-missing-untold': {
    what: 'the entry is never told, and nobody says so',
    plant: (honest) =>
      without(without(honest, { kind: 'deliver', code: 'AT05', about: SECOND, to: 'TG' }), {
        kind: 'submit',
        code: 'AT05',
        about: SECOND,
        from: 'BF',
      }),
    movement: SECOND,
    seats: ['BF'],
    messages: [idOf('AT07')],
  },
  'passages-out-of-order': {
    what: 'the entry is 20 minutes before the exit',
    plant: (honest) =>
      said(
        said(
          honest,
          { kind: 'submit', code: 'AT05', about: SECOND, from: 'BF' },
          { passedAt: '2026-11-04T09:20:00Z' },
        ),
        { kind: 'deliver', code: 'AT05', about: SECOND, to: 'TG' },
        { passedAt: '2026-11-04T09:20:00Z' },
      ),
    movement: SECOND,
    seats: ['TG', 'BF'],
    messages: [idOf('AT05', SECOND, 'TG'), idOf('AT05', SECOND, 'BF')],
  },
  'refused-but-delivered': {
    what: 'an incident refused with 422 reaches Togo',
    plant: (honest) =>
      added(
        honest,
        { ...incident, answer: answered(422, { messageType: 'AT91' }) },
        delivered(incident, 'TG'),
      ),
    movement: SECOND,
    seats: ['TG', 'BF'],
    messages: [NEW_ID],
  },
  'reused-key-accepted': {
    what: 'the control is submitted again with other content, and acknowledged anew',
    plant: (honest) => {
      const control = one(honest, { kind: 'submit', code: 'AT08', about: SECOND });
      const [again = control] = said([control], {}, { remarks: 'autre contenu' });
      const acknowledged = (digest: string) => ({ answer: answered(202, { payload: { digest } }) });
      const first = changed(honest, { kind: 'submit', code: 'AT08', about: SECOND }, () =>
        acknowledged('one'),
      );
      return added(first, { ...again, ...acknowledged('other') });
    },
    movement: SECOND,
    seats: ['BF'],
    messages: [idOf('AT08')],
  },
  'seals-discontinued': {
    what: 'the arrival shows another seal, and nobody says so',
    plant: (honest) =>
      said(honest, { code: 'AT07', about: SECOND }, { seals: { state: 'intact', numbers: ['TGD-0009999'] } }),
    movement: SECOND,
    seats: ['BF'],
    messages: [idOf('AT07')],
  },
  'still-waiting': {
    what: 'an amendment skips a version and waits for ever',
    plant: (honest) =>
      added(
        honest,
        submission('TransitNotice', {
          movementVersion: 5,
          payload: { transitReference: SECOND, status: 'AMENDED' },
        }),
      ),
    movement: SECOND,
    seats: ['TG'],
    messages: [NEW_ID],
  },
  'told-but-not-concerned': {
    what: 'Mali hears of a truck for Ouagadougou',
    plant: (honest) =>
      added(honest, delivered(one(honest, { kind: 'submit', code: 'AT01', about: SECOND }), 'ML')),
    movement: SECOND,
    seats: ['ML'],
    messages: [idOf('AT01')],
  },
  'told-twice': {
    what: 'Burkina Faso has the notice twice in its queue',
    plant: (honest) =>
      added(honest, delivered(one(honest, { kind: 'submit', code: 'AT01', about: SECOND }), 'BF')),
    movement: SECOND,
    seats: ['BF'],
    messages: [idOf('AT01')],
  },
  ...plantedTrackers,
  'unanswered-message': {
    what: 'a query that the hub acknowledged has no answer',
    plant: (honest) => without(honest, { kind: 'deliver', code: 'AT11' }),
    movement: FIRST,
    seats: ['BF'],
    messages: [messageOf(one(honestBooks(), { kind: 'submit', code: 'AT10' })).messageId],
  },
  ...plantedUnreadable,
  'weights-differ': {
    what: 'a control calls 1 230 kg less satisfactory',
    plant: (honest) =>
      said(
        honest,
        { code: 'AT08', about: SECOND },
        { differences: [{ pointer: '/totalGrossMassKg', declared: '21230.5', found: '20000' }] },
      ),
    movement: SECOND,
    seats: ['BF'],
    messages: [idOf('AT08')],
  },
};
