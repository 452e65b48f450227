import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual } from './check.ts';
import { memberOf, parsed } from './recorded.ts';
import { callsTo } from './service-calls.ts';

/**
 * The register outside says, asked by the harness at the end, that this amount of a guarantee is held (SRV-022, SRV-025,
 * SRV-026); 0: nothing any more.
 * @param held whole XOF, of a guarantee of `total`
 */
export function reservationHeld(
  records: readonly ExchangeRecord[],
  register: string,
  guarantee: string,
  { held, total }: { readonly held: number; readonly total: number },
): Observation[] {
  const path = `/guarantees/${encodeURIComponent(guarantee)}`;
  const told = records.findLast(
    (record) =>
      record.kind === 'service' && record.from !== 'hub' && record.to === register && record.path === path,
  );
  const left = memberOf(parsed(told?.answer?.body), 'availableAmount');
  return [observeEqual(`disponible, dit par ${register}`, total - held, left)];
}

/** The register outside held the amount once, whatever it was asked again (SRV-023). */
export function heldOnce(
  records: readonly ExchangeRecord[],
  register: string,
  movement: string,
): Observation[] {
  const ids = new Set(
    callsTo(records, register)
      .filter(({ method }) => method === 'PUT')
      .map(({ headers }) => headers['corridor-request-id']),
  );
  return [
    ...madeOnce(records, register, movement),
    observeEqual("demandes d'affectation, à leur numéro", 1, ids.size),
  ];
}

/** The register outside has made one reservation for the movement, however many were asked for (SRV-023). */
export function madeOnce(
  records: readonly ExchangeRecord[],
  register: string,
  movement: string,
): Observation[] {
  const made = callsTo(records, register).filter(
    ({ method, path, answer }) => method === 'PUT' && path.includes(movement) && answer?.status === 201,
  );
  return [observeEqual(`affectations faites par ${register}`, 1, made.length)];
}

/** The reservation was given back, by a call that the register answered (SRV-025, SRV-026). */
export function givenBack(
  records: readonly ExchangeRecord[],
  register: string,
  movement: string,
): Observation[] {
  const answered = callsTo(records, register).filter(
    ({ method, path, answer }) => method === 'DELETE' && path.includes(movement) && answer?.status === 204,
  );
  return [
    observe(
      answered.length > 0,
      'affectation rendue au registre',
      `${answered.length} restitution(s) faite(s)`,
    ),
  ];
}

/**
 * The access code goes to the register in its header and nowhere else: in no path and no body (SRV-027). The header is
 * hidden in the evidence; that it was there shows.
 */
export function accessCodeInHeaderAlone(
  records: readonly ExchangeRecord[],
  register: string,
  accessCode: string,
): Observation[] {
  const calls = callsTo(records, register);
  const asked = calls.filter(({ method }) => method !== 'DELETE');
  const without = asked.filter(({ headers }) => headers['corridor-access-code'] === undefined);
  const told = records
    .filter(({ kind }) => kind === 'service')
    .filter(
      ({ path, body = '' }) =>
        LEAK.test(path) || LEAK.test(body) || names(path, accessCode) || names(body, accessCode),
    );
  const elsewhere = records.filter(
    ({ kind, to, headers }) =>
      kind === 'service' && to !== register && headers['corridor-access-code'] !== undefined,
  );
  return [
    observe(
      asked.length > 0 && without.length === 0,
      "le code d'accès est dans l'en-tête",
      `${without.length} appel(s) sans`,
    ),
    observe(
      told.length === 0,
      "le code d'accès n'est dans aucun chemin ni corps",
      `${told.length} appel(s) le portent`,
    ),
    observe(
      elsewhere.length === 0,
      'aucun autre service ne reçoit de code',
      `${elsewhere.length} appel(s) en portent un`,
    ),
  ];
}

const LEAK = /access[-_ ]?code/i;
const names = (text: string, code: string): boolean =>
  new RegExp(`(?<![A-Z0-9])${code}(?![A-Z0-9])`).test(text);
