import { EXAMPLE_REFERENCE } from '../../../profile/messages/examples/example.ts';
import { examples } from '../../../profile/messages/examples.ts';
import { EvidenceBook, type Exchanges } from './evidence-book.ts';

/** Two movements from Lomé to Ouagadougou: the first under a guarantee with an amount, and consulted in the ledger. */
export const FIRST = EXAMPLE_REFERENCE;
export const SECOND = '26TG0LOM1T00000022';
export const GUARANTEE = examples.GuaranteeRequest.payload.guaranteeReference;
const SEATS = ['TG', 'BF', 'ML', 'NE'];
const RESERVATION = '9f1c7a52-0000-4000-8000-000000000001';
const OPENING = 50_000_000;
const HELD = 12_000_000;

const entry = {
  guaranteeReference: GUARANTEE,
  kind: 'reservable',
  holderTaxId: 'TG-NIF-0000001',
  countries: ['TG', 'BF'],
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: '2027-01-01T00:00:00Z',
  referenceAmount: OPENING,
};

/** Traffic without a fault: registration, a guarantee, two whole journeys, a query, the books consulted at the end. */
export function honestBooks(): Exchanges {
  const book = new EvidenceBook();
  for (const seat of SEATS) book.register(seat);
  guarantee(book, 'REGISTER', OPENING, {
    terms: { ...examples.GuaranteeRequest.payload.terms, kind: 'reservable', referenceAmount: OPENING },
  });
  guarantee(book, 'RESERVE', OPENING - HELD, {
    transitReference: FIRST,
    amount: HELD,
    countries: ['TG', 'BF'],
  });
  const reservations = [{ transitReference: FIRST, amount: HELD, reservationId: RESERVATION }];
  book.ask('TG', `/v0/guarantees/${GUARANTEE}`, {
    ...entry,
    reservedAmount: HELD,
    availableAmount: OPENING - HELD,
    reservations,
  });
  const events = journey(book, FIRST);
  journey(book, SECOND);
  consult(book, events);
  book.drained(SEATS);
  return book.exchanges;
}

/** At the end: a query, the register, the ledger. */
function consult(book: EvidenceBook, events: readonly object[]): void {
  const asked = book.submit('MovementQuery', {
    sender: 'BF',
    recipient: 'hub',
    payload: { by: { transitReference: FIRST } },
  });
  book.tell('BF', 'MovementResponse', {
    correlationId: asked,
    payload: {
      outcome: 'FOUND',
      movement: { transitReference: FIRST, state: 'DISCHARGED', movementVersion: 3 },
    },
  });
  book.ask('TG', `/v0/guarantees/${GUARANTEE}`, {
    ...entry,
    reservedAmount: 0,
    availableAmount: OPENING,
    reservations: [],
  });
  book.ask('BF', `/v0/movements/${FIRST}`, {
    transitReference: FIRST,
    state: 'DISCHARGED',
    movementVersion: 3,
    countries: ['TG', 'BF'],
    seals: ['TGD-0001234'],
    notice: examples.TransitNotice.payload,
    events,
    findings: [],
  });
}

function guarantee(book: EvidenceBook, operation: string, availableAmount: number, more: object): void {
  const asked = book.submit('GuaranteeRequest', { recipient: 'hub', payload: { operation, ...more } });
  const reserved = operation === 'RESERVE' ? { reservationId: RESERVATION, transitReference: FIRST } : {};
  const told = { operation, guaranteeReference: GUARANTEE, accepted: true, reasons: [], availableAmount };
  book.tell('TG', 'GuaranteeResult', { correlationId: asked, payload: { ...told, ...reserved } });
}

/** A journey without incident from Lomé to Ouagadougou; returns what the ledger shows of it. */
export function journey(book: EvidenceBook, transitReference: string): object[] {
  const events: object[] = [];
  const say = (
    name: Parameters<EvidenceBook['submit']>[0],
    sender: string,
    payload: object,
    movementVersion?: number,
  ) => {
    const to = sender === 'TG' ? 'BF' : 'TG';
    const messageId = book.submit(
      name,
      { sender, payload: { transitReference, ...payload }, ...(movementVersion && { movementVersion }) },
      [to],
    );
    events.push({ messageId, messageType: examples[name].messageType, sender });
  };
  say('TransitNotice', 'TG', {}, 1);
  say('DepartureRelease', 'TG', {}, 2);
  say('BorderPassage', 'TG', {});
  say('BorderPassage', 'BF', {
    office: 'BF0CIN1',
    direction: 'ENTRY',
    presentedAt: '2026-11-04T09:50:00Z',
    passedAt: '2026-11-04T10:20:00Z',
  });
  say('ArrivalNotice', 'BF', {});
  say('ControlResult', 'BF', { result: 'A1', differences: [] });
  say('DischargeNotice', 'TG', { basis: 'CONFORM' }, 3);
  return events;
}
