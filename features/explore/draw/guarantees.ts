import type { GuaranteeRequestPayload } from '../../../profile/messages/guarantee-request.ts';
import { OPERATIONS, WORDS, wordOfOperation } from '../words.ts';
import type { Draft, Situation } from './messages.ts';

type Operation = GuaranteeRequestPayload['operation'];

/** What could be asked of the register about the guarantee of a movement. */
export function onGuarantee(situation: Situation): Draft[] {
  const { movement, view } = situation;
  if (!movement.guarantee.reserve) return [];
  const ask = (operation: Operation, weight: number, ...more: string[]): Draft => ({
    by:
      operation === 'REGISTER' || operation === 'CANCEL'
        ? movement.guarantee.registrar
        : movement.departureCountry,
    act: 'GuaranteeRequest',
    detail: [wordOfOperation(operation), ...more],
    weight,
    ...(more.length === 0 && { payload: { operation } }),
  });
  const early = view === undefined || view.state === 'REGISTERED';
  const { published, reserved } = standingOf(situation);
  const weights: Readonly<Partial<Record<Operation, number>>> = {
    REGISTER: published ? 0.1 : 8,
    RESERVE: published && !reserved && early ? 8 : 0.3,
    CANCEL: 0.06,
  };
  return [
    ...Object.values(OPERATIONS).map((operation) => ask(operation, weights[operation] ?? 0.4)),
    ask('RESERVE', 0.1, WORDS.tooMuch),
    ask('RESERVE', 0.1, WORDS.otherAmount),
    ask('QUERY', 0.1, WORDS.wrongCode),
    ask('QUERY', 0.1, WORDS.otherHolder),
    ask('QUERY', 0.2, WORDS.oneCountryMore),
    ask('RESERVE', 0.1, WORDS.oneCountryMore),
  ];
}

/** Whether it is registered, and an amount held. */
export function standingOf({ movement, model }: Situation): { published: boolean; reserved: boolean } {
  const { reference, notice } = movement;
  const published = model.register.published(notice.guarantee.reference) !== undefined;
  const reserved = model.register.reservation(notice.guarantee.reference, reference) !== undefined;
  return { published, reserved };
}
