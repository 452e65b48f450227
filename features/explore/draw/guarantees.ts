import { OPERATIONS, WORDS } from '../words.ts';
import type { Draft, Situation } from './messages.ts';

/** What could be asked of the register about the guarantee of a movement. */
export function onGuarantee(situation: Situation): Draft[] {
  const { movement, view } = situation;
  if (!movement.guarantee.reserve) return [];
  const ask = (operation: string, weight: number, ...more: string[]): Draft => ({
    by:
      operation === 'enregistrer' || operation === 'annuler'
        ? movement.guarantee.registrar
        : movement.departureCountry,
    act: 'GuaranteeRequest',
    detail: [operation, ...more],
    weight,
    ...(more.length === 0 && { payload: { operation: OPERATIONS[operation] } }),
  });
  const early = view === undefined || view.state === 'REGISTERED';
  const { published, reserved } = standingOf(situation);
  const weights: Readonly<Record<string, number>> = {
    enregistrer: published ? 0.1 : 8,
    affecter: published && !reserved && early ? 8 : 0.3,
    interroger: 0.4,
    annuler: 0.06,
  };
  const usual = Object.keys(OPERATIONS).map((operation) => ask(operation, weights[operation] ?? 0.4));
  return [
    ...usual,
    ask('affecter', 0.1, WORDS.tooMuch),
    ask('affecter', 0.1, WORDS.otherAmount),
    ask('interroger', 0.1, WORDS.wrongCode),
    ask('interroger', 0.1, WORDS.otherHolder),
    ask('interroger', 0.2, WORDS.oneCountryMore),
    ask('affecter', 0.1, WORDS.oneCountryMore),
  ];
}

/** Whether it is registered, and an amount held. */
export function standingOf({ movement, model }: Situation): { published: boolean; reserved: boolean } {
  const { reference, notice } = movement;
  const published = model.register.published(notice.guarantee.reference) !== undefined;
  const reserved = model.register.reservation(notice.guarantee.reference, reference) !== undefined;
  return { published, reserved };
}
