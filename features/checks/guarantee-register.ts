import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { deliveries, isObject, lastAnswer, memberOf, type RecordedMessage } from './recorded.ts';

/** What the register tells of a guarantee, and how officers call it. @source binding section 4; AT15 */
const FIELDS = {
  kind: 'forme de la garantie',
  countries: 'pays couverts',
  referenceAmount: 'montant de référence',
  reservedAmount: 'affecté',
  availableAmount: 'disponible',
  countriesNotCovered: 'pays non couverts',
} as const;
type GuaranteeField = keyof typeof FIELDS;

const fieldWords = (field: GuaranteeField): string => `${FIELDS[field]} (${field})`;

/** The register answers this request, to whoever asked, once; and accepts it. */
export function guaranteeAccepted(records: readonly ExchangeRecord[], requestId: string): Observation[] {
  const answer = resultOf(records, requestId);
  return [
    observeEqual('réponse du registre', 'acceptée', spoken(answer), { message: requestId }),
    observeEqual('raisons de refus', [], answer?.message.payload['reasons'] ?? [], { message: requestId }),
  ];
}

/** The register refuses this request for exactly these reasons. */
export function guaranteeRefused(
  records: readonly ExchangeRecord[],
  requestId: string,
  reasons: readonly string[],
): Observation[] {
  const answer = resultOf(records, requestId);
  return [
    observeEqual('réponse du registre', 'refusée', spoken(answer), { message: requestId }),
    observeEqual('raisons de refus', reasons, answer?.message.payload['reasons'], { message: requestId }),
  ];
}

/** One field of the answer, such as `availableAmount` or `countriesNotCovered`. */
export function guaranteeAnswers(
  records: readonly ExchangeRecord[],
  requestId: string,
  field: GuaranteeField,
  expected: unknown,
): Observation[] {
  return [
    observeEqual(fieldWords(field), expected, resultOf(records, requestId)?.message.payload[field], {
      message: requestId,
    }),
  ];
}

/** The answer carries no amount: a caller without the access code learns nothing (GUA-009). */
export function noAmountTold(records: readonly ExchangeRecord[], requestId: string): Observation[] {
  const payload = resultOf(records, requestId)?.message.payload;
  const amounts = Object.keys(payload ?? {}).filter((field) => /amount/i.test(field));
  return [
    observe(
      payload !== undefined && amounts.length === 0,
      'aucun montant dans la réponse',
      `champs : ${show(amounts)}`,
    ),
  ];
}

/** A reservation is given an id by which the release can cite it (GUA-002). */
export function reservationGiven(records: readonly ExchangeRecord[], requestId: string): Observation[] {
  const given = resultOf(records, requestId)?.message.payload['reservationId'];
  return [
    observe(typeof given === 'string', "un numéro d'affectation", `numéro : ${show(given)}`, {
      message: requestId,
    }),
  ];
}

/** Reservations asked for again and again are one: all answers give one id, and there are several answers (GUA-018). */
export function sameReservation(
  records: readonly ExchangeRecord[],
  guaranteeReference: string,
): Observation[] {
  const answers = deliveries(records)
    .filter(({ name }) => name === 'GuaranteeResult')
    .map(({ message }) => message.payload)
    .filter(
      (payload) => payload['operation'] === 'RESERVE' && payload['guaranteeReference'] === guaranteeReference,
    )
    .filter((payload) => payload['accepted'] === true);
  const ids = [...new Set(answers.map((payload) => show(payload['reservationId'])))];
  const given = answers.every((payload) => typeof payload['reservationId'] === 'string');
  return [
    observe(answers.length > 1, 'plusieurs affectations acceptées', `${answers.length} acceptée(s)`),
    observe(ids.length === 1 && given, "un seul numéro d'affectation", `numéros : ${show(ids)}`),
  ];
}

/** The register publishes this of the guarantee; `null` stands for a field that must be absent. */
export function guaranteePublished(
  records: readonly ExchangeRecord[],
  guaranteeReference: string,
  expected: Partial<Readonly<Record<GuaranteeField, unknown>>>,
): Observation[] {
  const answer = lastAnswer(records, `/v0/guarantees/${guaranteeReference}`);
  const fields = Object.entries(expected) as [GuaranteeField, unknown][];
  return [
    observeEqual('réponse du registre', 200, answer?.status),
    observe(
      isObject(answer?.body),
      'une fiche de garantie',
      isObject(answer?.body) ? 'une fiche' : `publié : ${show(answer?.body)}`,
    ),
    ...fields.map(([field, value]) =>
      observeEqual(fieldWords(field), value, memberOf(answer?.body, field) ?? null),
    ),
  ];
}

/** Of several reservations asked for at once, so many are accepted and so much is reserved in all (GUA-015). */
export function reservedTogether(
  records: readonly ExchangeRecord[],
  guaranteeReference: string,
  count: number,
  total: number,
): Observation[] {
  const answers = deliveries(records).filter(
    ({ name, message }) => name === 'GuaranteeResult' && message.payload['operation'] === 'RESERVE',
  );
  const accepted = answers.filter(({ message }) => message.payload['accepted'] === true).length;
  return [
    observeEqual("nombre d'affectations acceptées", count, accepted),
    ...guaranteePublished(records, guaranteeReference, { reservedAmount: total }),
  ];
}

/**
 * The access code appears nowhere in what the stack said (GUA-011, P21). Evidence is redacted by member name before it
 * is recorded, so that the name alone in an answer or a delivery is the fault; under another name the code itself is.
 */
export function accessCodeNowhere(records: readonly ExchangeRecord[], accessCode: string): Observation[] {
  const said = records.flatMap(({ kind, body, answer }) =>
    [kind === 'deliver' ? body : undefined, answer?.body].filter((text) => text !== undefined),
  );
  const leaks = said.filter((text) => text.includes('"accessCode"') || text.includes(`"${accessCode}"`));
  return [
    observe(
      said.length > 0 && leaks.length === 0,
      "le code d'accès n'apparaît dans aucun message de la pile",
      `${leaks.length} message(s) sur ${said.length} le contiennent`,
      { requirement: 'GUA-011' },
    ),
  ];
}

const resultOf = (records: readonly ExchangeRecord[], requestId: string): RecordedMessage | undefined =>
  deliveries(records).find(
    ({ name, message }) => name === 'GuaranteeResult' && message.correlationId === requestId,
  );

function spoken(result: RecordedMessage | undefined): string {
  if (!result) return 'aucune réponse';
  return result.message.payload['accepted'] === true ? 'acceptée' : 'refusée';
}
