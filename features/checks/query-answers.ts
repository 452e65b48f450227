import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual } from './check.ts';
import { deliveries, type RecordedMessage } from './recorded.ts';

interface Answered {
  readonly outcome?: string;
  readonly rejection?: string;
  readonly movement?: {
    readonly transitReference?: string;
    readonly state?: string;
    readonly events?: readonly { readonly messageType?: string }[];
  };
}

/** The query is answered, once, to whoever asked: this state, and as many events as the scenario says (QRY-001). */
export function movementFound(
  records: readonly ExchangeRecord[],
  query: { readonly messageId: string; readonly sender: string; readonly transitReference: string },
  expected: { readonly state: string; readonly events: number },
): Observation[] {
  const { answer, told } = answerTo(records, query);
  return [
    told,
    observeEqual('issue', 'FOUND', answer.outcome),
    observeEqual('mouvement', query.transitReference, answer.movement?.transitReference),
    observeEqual('état du mouvement', expected.state, answer.movement?.state),
    observeEqual("nombre d'événements", expected.events, answer.movement?.events?.length),
  ];
}

/** The query is answered by a rejection with this reason and no data at all (QRY-002, QRY-003). */
export function movementRejected(
  records: readonly ExchangeRecord[],
  query: { readonly messageId: string; readonly sender: string },
  reason: string,
): Observation[] {
  const { answer, told } = answerTo(records, query);
  return [
    told,
    observeEqual('issue', 'REJECTED', answer.outcome),
    observeEqual('motif', reason, answer.rejection),
    observe(
      answer.movement === undefined,
      'aucune donnée du mouvement',
      answer.movement === undefined ? 'aucune donnée' : JSON.stringify(answer.movement),
      { message: query.messageId },
    ),
  ];
}

/** The answer to the query reached whoever asked, and nobody else (QRY-007). */
export function answeredToAskerAlone(
  records: readonly ExchangeRecord[],
  query: { readonly messageId: string; readonly sender: string },
  by: string,
): Observation[] {
  const { told, answers } = answerTo(records, query);
  return [
    told,
    observeEqual(
      'réponse composée par',
      [by],
      answers.map(({ message }) => message.sender),
    ),
  ];
}

function answerTo(
  records: readonly ExchangeRecord[],
  { messageId, sender }: { readonly messageId: string; readonly sender: string },
): { answer: Answered; told: Observation; answers: RecordedMessage[] } {
  const answers = deliveries(records).filter(
    ({ name, message }) => name === 'MovementResponse' && message.correlationId === messageId,
  );
  const told = observeEqual(
    'réponse remise à',
    [sender],
    answers.map(({ to }) => to),
    { message: messageId },
  );
  return { answer: (answers[0]?.message.payload ?? {}) as Answered, told, answers };
}
