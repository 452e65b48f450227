import type { ObservedExchange } from '../evidence/observed-exchange.ts';

/** When the example run starts, UTC. */
export const EXAMPLE_START = Date.UTC(2026, 10, 21, 8, 30);

const id = (number: number): string => `0192f0c1-0000-7000-8000-${String(number).padStart(12, '0')}`;

interface Sent {
  readonly number: number;
  readonly type: string;
  readonly sender: string;
  readonly conversation: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

const message = ({ number, type, sender, conversation, payload }: Sent): string =>
  JSON.stringify({
    profileVersion: '0.1',
    messageId: id(number),
    messageType: type,
    sender,
    recipient: 'route',
    preparedAt: '2026-11-21T08:30:00Z',
    conversationId: conversation,
    testIndicator: true,
    payload,
  });

const acknowledgement = (number: number): string =>
  JSON.stringify({
    messageType: 'AT90',
    messageId: id(number + 500),
    correlationId: id(number),
    payload: { relatesTo: id(number), verdict: 'RECEIVED', digest: 'ab'.repeat(32) },
  });

const refusal = (code: string, pointer: string, reason: string): string =>
  JSON.stringify({
    messageType: 'AT91',
    messageId: id(900),
    payload: { findings: [{ code, pointer, reason }] },
  });

/** A notice with enough in it to be read: synthetic offices, plates and traders. */
export const noticePayload = (reference: string): Readonly<Record<string, unknown>> => ({
  status: 'REGISTERED',
  transitReference: reference,
  nationalReference: 'TG0LOM1 2026 T 14',
  principal: { name: 'Transit Essai SARL', taxId: 'TG0000001', country: 'TG' },
  itinerary: {
    corridor: 'LOME-CINKANSE-OUAGADOUGOU',
    legs: [
      { sequence: 1, office: 'TG0LOM1', country: 'TG', role: 'DEPARTURE' },
      { sequence: 2, office: 'BF0CNK1', country: 'BF', role: 'ENTRY' },
      { sequence: 3, office: 'BF0OUA1', country: 'BF', role: 'DESTINATION' },
    ],
  },
  vehicle: { plate: 'TG-0001-AA', country: 'TG', driver: 'Chauffeur Essai' },
  seals: [{ number: 'TGD-0001234', kind: 'BOTTLE', affixedBy: 'CUSTOMS' }],
  items: [
    {
      sequence: 1,
      hsCode: '100630',
      origin: 'TG',
      description: 'Riz en sacs',
      packages: { kind: 'BG', count: 600 },
      grossMassKg: 30000,
    },
  ],
});

/** One hop: a message goes, and is answered. */
export function hop(
  sent: Sent,
  from: string,
  to: string,
  part: Partial<ObservedExchange> = {},
): ObservedExchange {
  return {
    kind: from === 'hub' ? 'deliver' : 'submit',
    at: EXAMPLE_START + sent.number * 140,
    from,
    to,
    method: 'POST',
    path: '/v0/messages',
    headers: { 'corridor-seat': from },
    body: message(sent),
    answer: { status: 202, body: acknowledgement(sent.number), afterMs: 3.4 },
    conversations: [sent.conversation],
    ...part,
  };
}

const notice = (number: number, sender: string, conversation: string): Sent => ({
  number,
  type: 'AT01',
  sender,
  conversation,
  payload: noticePayload(conversation),
});

const release = (number: number, sender: string, conversation: string): Sent => ({
  number,
  type: 'AT02',
  sender,
  conversation,
  payload: {
    transitReference: conversation,
    releasedAt: '2026-11-21T08:30:00Z',
    limitDate: '2026-11-28T00:00:00Z',
    seals: ['TGD-0001234'],
  },
});

const passage = (number: number, conversation: string): Sent => ({
  number,
  type: 'AT05',
  sender: 'BF',
  conversation,
  payload: {
    transitReference: conversation,
    office: 'BF0CNK1',
    direction: 'ENTRY',
    presentedAt: '2026-11-21T08:00:00Z',
    passedAt: '2026-11-21T08:25:00Z',
  },
});

function journey(
  sender: string,
  told: readonly string[],
  conversation: string,
  from: number,
): ObservedExchange[] {
  const first = notice(from, sender, conversation);
  const second = release(from + 1, sender, conversation);
  return [
    hop(first, sender, 'hub'),
    ...told.map((seat) => hop(first, 'hub', seat, { at: EXAMPLE_START + from * 140 + 20 })),
    hop(second, sender, 'hub'),
    ...told.map((seat) => hop(second, 'hub', seat, { at: EXAMPLE_START + (from + 1) * 140 + 20 })),
  ];
}

/** The traffic of the example run: good, misdirected, refused, cut off, hostile, and unexpected. */
export function exampleTraffic(): ObservedExchange[] {
  const broken = notice(41, 'TG', '26TG0LOM1T00000041');
  const cut = notice(52, 'TG', '26TG0LOM1T00000052');
  const hostile: Sent = {
    number: 71,
    type: '<script>window.hacked=9</script>',
    sender: 'TG',
    conversation: 'hostile',
    payload: { '</script>': '<img src=x onerror=window.hacked=10>' },
  };
  return [
    ...journey('TG', ['BF'], '26TG0LOM1T00000014', 10),
    ...journey('BF', ['NE', 'TG'], '26BF0OUA1T00000027', 21),
    ...[31, 32].flatMap((number) => [
      ...journey('TG', ['BF'], `26TG0LOM1T000000${number}`, number * 10),
      hop(passage(number * 10 + 3, `26TG0LOM1T000000${number}`), 'BF', 'hub'),
      hop(passage(number * 10 + 3, `26TG0LOM1T000000${number}`), 'hub', 'TG'),
    ]),
    hop(broken, 'TG', 'hub', {
      answer: {
        status: 422,
        body: refusal('MISSING_FIELD', '/payload/seals', 'champ obligatoire absent'),
        afterMs: 2.1,
      },
    }),
    hop(cut, 'TG', 'hub'),
    { ...withoutAnswer(hop(cut, 'hub', 'BF')), fault: 'reset' },
    hop(hostile, 'TG', 'hub', {
      answer: {
        status: 400,
        body: '{"code":"<b>X</b>","detail":"</script><script>window.hacked=11</script>"}',
        afterMs: 1,
      },
    }),
    hop(hostile, 'hub', '<svg/onload=window.hacked=12>', { body: 'x'.repeat(20_000) }),
    hop(notice(81, 'ML', '26ML0BKO1T00000081'), 'hub', 'NE'),
  ];
}

function withoutAnswer({ answer: _, ...rest }: ObservedExchange): ObservedExchange {
  return rest;
}
