import type { Movement } from '../../../fixtures/movements/movement.ts';
import type { ExchangeRecord } from '../../../reports/evidence/exchange.ts';
import { neverTold } from '../../checks/administrations-told.ts';
import { type Observation, observeEqual } from '../../checks/check.ts';
import { receivedInOrder } from '../../checks/deliveries-in-order.ts';
import { findingRaised, noFinding } from '../../checks/findings-raised.ts';
import { hubAsks, hubAsksNothing } from '../../checks/hub-questions.ts';
import { booksApart, eventAt, findingsPublished } from '../../checks/ledger-events.ts';
import {
  consultationRefused,
  type ExpectedPassage,
  movementField,
  movementState,
  passagesInOrder,
  publishedMovement,
} from '../../checks/movement-ledger.ts';
import { isObject, listIn, parsed } from '../../checks/recorded.ts';
import type { HubModel } from '../model/hub-model.ts';
import { type Entry, inOrder, type MovementView } from '../model/views.ts';
import { citing } from './judge-message.ts';
import { REQUIREMENT_OF_FINDING, requirementOfEffect } from './requirements.ts';

/**
 * Whether the ledger holds of a movement what the profile wants, as it was answered last to this country.
 * @param records those about the movement
 */
export function judgeLedger(
  model: HubModel,
  { reference }: Movement,
  by: string,
  records: readonly ExchangeRecord[],
): Observation[] {
  const view = model.movements.get(reference);
  if (!view)
    return citing('LED-006', consultationRefused(records, reference, by, { status: 404, code: 'NOT_FOUND' }));
  if (!view.countries.includes(by))
    return citing(
      'LED-005',
      consultationRefused(records, reference, by, { status: 403, code: 'NOT_AUTHORISED' }),
    );
  return [
    ...judgeStanding(model, view, records),
    ...judgeEvents(view, records),
    ...judgeFindings(view, records),
  ];
}

function judgeStanding(
  model: HubModel,
  view: MovementView,
  records: readonly ExchangeRecord[],
): Observation[] {
  const { reference, state, version, countries, corridor, limitDate, seals, notice } = view;
  const field = (name: Parameters<typeof movementField>[2], expected: unknown) =>
    movementField(records, reference, name, expected);
  const changed = view.events.some(({ messageType }) => messageType === 'AT04');
  return [
    ...requirementsOfState(model, view).flatMap((id) => citing(id, movementState(records, reference, state))),
    ...citing('ORD-001', field('movementVersion', version)),
    ...citing(changed ? 'ITI-002' : 'LED-001', [
      ...field('countries', countries),
      ...field('corridor', corridor),
    ]),
    ...(limitDate === undefined ? [] : citing('DEP-003', field('limitDate', limitDate))),
    ...citing('DEP-004', field('seals', seals)),
    ...citing('LED-002', field('notice', notice)),
  ];
}

/**
 * What brought the movement into its state: the last message that changed it, or its time limit; and what came since and had to
 * leave it as it was.
 */
function requirementsOfState(model: HubModel, { reference, state, events }: MovementView): string[] {
  if (state === 'OVERDUE') return ['ENQ-001'];
  const ids = new Set(events.map(({ messageId }) => messageId));
  const taken = [...model.entries.values()].filter(({ message }) => ids.has(message.messageId));
  const own = taken.filter(({ message }) => message.payload['transitReference'] === reference);
  const changed = own.findLast(({ before, after }) => before !== after);
  const deciding = [changed, own.at(-1)].flatMap((entry) => (entry ? [requirementOfEffect(entry)] : []));
  return deciding.length > 0 ? [...new Set(deciding)] : ['LED-007'];
}

function judgeEvents(view: MovementView, records: readonly ExchangeRecord[]): Observation[] {
  const { reference, state, events } = view;
  const messageIds = events.map(({ messageId }) => messageId);
  const passages = inOrder(events).flatMap(({ messageType, sender, direction }) =>
    messageType === 'AT05' ? [{ country: sender, direction } as ExpectedPassage] : [],
  );
  return [
    ...citing('LED-010', booksApart(records, [{ transitReference: reference, state, messageIds }])),
    ...citing('PAS-004', passagesInOrder(records, reference, passages)),
    ...events.flatMap(({ messageId, occurredAt }) =>
      citing('TIM-005', eventAt(records, reference, messageId, occurredAt)),
    ),
    ...citing('LED-009', [marksOf(view, records)]),
  ];
}

/** The events marked late are those of messages prepared more than 72 h before they came. */
function marksOf({ reference, events }: MovementView, records: readonly ExchangeRecord[]): Observation {
  const published = listIn(publishedMovement(records, reference), 'events');
  const late = (list: readonly { readonly messageId?: unknown; readonly late?: unknown }[]): unknown[] =>
    list.filter((event) => event.late === true).map(({ messageId }) => messageId);
  return observeEqual('événements marqués tardifs', late(events).sort(), late(published ?? []).sort());
}

function judgeFindings(view: MovementView, records: readonly ExchangeRecord[]): Observation[] {
  const { reference, findings } = view;
  const kinds = findings.map(({ kind }) => kind);
  if (kinds.length === 0) return citing('LED-004', noFinding(records.filter(isNoAlarm), reference));
  const facts = new Set(kinds.filter((kind) => kind !== REUSE));
  const raised = [...facts].flatMap((kind) => {
    const recipients = findings.flatMap((finding) => (finding.kind === kind ? finding.recipients : []));
    return citing(
      REQUIREMENT_OF_FINDING[kind] ?? 'LED-004',
      findingRaised(records, reference, kind, recipients),
    );
  });
  return [...raised, ...citing('LED-004', findingsPublished(records, reference, kinds))];
}

/** An id used again is told about the message (KEY-004), be its movement registered or not. */
const REUSE = 'duplicate-id';
const isNoAlarm = ({ body }: ExchangeRecord): boolean => !body?.includes(`"kind":"${REUSE}"`);

/** At the end: who heard of the movement, in which order, and what the hub asked about it. */
export function judgeDeliveries(
  model: HubModel,
  { reference, departureCountry }: Movement,
  countries: Iterable<string>,
  records: readonly ExchangeRecord[],
): Observation[] {
  const ofSeats = records.filter(({ body }) => senderOf(body) !== 'hub');
  const senders = new Set(
    [...model.entries.values()]
      .filter((entry) => isAbout(entry, reference))
      .map(({ message }) => message.sender),
  );
  const order = [...countries].flatMap((country) => {
    const expected = model.queued.filter(
      (queued) => queued.country === country && queued.reference === reference,
    );
    if (expected.length > 0)
      return citing(
        'DLV-003',
        receivedInOrder(
          ofSeats,
          reference,
          country,
          expected.map(({ name }) => name),
        ),
      );
    const answered = senders.has(country) || country === departureCountry;
    return answered ? [] : citing('RTE-005', neverTold(records, reference, country));
  });
  return [...order, ...judgeQuestions(model, reference, departureCountry, records)];
}

/** Whoever asked about a movement, or said something of it, is answered; and the hub may ask the country of departure. */
function isAbout({ message }: Entry, reference: string): boolean {
  // A message may have been sent, and refused, without a payload.
  const { transitReference, by } = (message.payload ?? {}) as {
    transitReference?: string;
    by?: { transitReference?: string };
  };
  return transitReference === reference || by?.transitReference === reference;
}

function judgeQuestions(
  { questions }: HubModel,
  reference: string,
  departure: string,
  records: readonly ExchangeRecord[],
): Observation[] {
  const asked = questions.filter((one) => one === reference).length;
  if (asked > 1) return [];
  return citing(
    'ORD-004',
    asked === 0 ? hubAsksNothing(records, reference) : hubAsks(records, reference, departure),
  );
}

function senderOf(body: string | undefined): unknown {
  const message = parsed(body);
  return isObject(message) ? message['sender'] : undefined;
}
