import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { changedMembers, type Observation, observe, observeEqual, sameJson, show } from './check.ts';
import { deliveries, type Fields, isObject, listIn, memberOf, parsed } from './recorded.ts';

/**
 * A message changed nothing: what the ledger published of the movement before it was submitted (the last time) is what
 * it publishes after, and meanwhile nobody was told anything of the movement but its sender, of the refusal (P04; ERR-015).
 * @param exceptFinding a finding about the message that must have come in between, told to its sender; nothing else may
 */
export function movementUnchanged(
  records: readonly ExchangeRecord[],
  transitReference: string,
  messageId: string,
  exceptFinding?: string,
): Observation[] {
  const submitted = records.findLastIndex(
    ({ kind, body }) => kind === 'submit' && memberOf(parsed(body), 'messageId') === messageId,
  );
  const before = publications(records.slice(0, Math.max(submitted, 0)), transitReference).at(-1);
  const after = publications(records.slice(submitted + 1), transitReference).at(-1);
  const place = { message: messageId };
  if (submitted < 0 || !before || !after)
    return [
      observe(false, 'le registre lu avant et après le message', 'registre non publié avant ou après', place),
    ];
  const expected = exceptFinding === undefined ? [] : ['findings'];
  const changed = changedMembers(before, after).filter((field) => !expected.includes(field));
  return [
    ...changed.map((field) =>
      observe(
        false,
        `${field} inchangé`,
        `${field} : ${show(before[field])}, puis ${show(after[field])}`,
        place,
      ),
    ),
    observeEqual('champs changés au registre', [], changed, place),
    ...(exceptFinding === undefined ? [] : [onlyNewFinding(before, after, exceptFinding)]),
    othersNotTold(records.slice(submitted), transitReference, records[submitted]?.from ?? ''),
  ];
}

function publications(records: readonly ExchangeRecord[], transitReference: string): Fields[] {
  const path = `/v0/movements/${transitReference}`;
  return records
    .filter((record) => record.kind === 'query' && record.path === path && record.answer?.status === 200)
    .map(({ answer }) => parsed(answer?.body))
    .filter(isObject);
}

function onlyNewFinding(before: Fields, after: Fields, kind: string): Observation {
  const old = listIn(before, 'findings') ?? [];
  const added = (listIn(after, 'findings') ?? []).filter(
    (found) => !old.some((other) => sameJson(other, found)),
  );
  return observeEqual(
    'constats ajoutés au registre',
    [kind],
    added.map((found) => found['kind']),
  );
}

/** Since then, of this movement, only the sender heard, and only of its own message. */
function othersNotTold(
  since: readonly ExchangeRecord[],
  transitReference: string,
  sender: string,
): Observation {
  const told = deliveries(since)
    .filter(({ body }) => body.includes(transitReference))
    .filter(({ to, name }) => to !== sender || !['FunctionalError', 'FindingNotice'].includes(name))
    .map(({ to, name }) => `${name} à ${to}`);
  return observe(told.length === 0, "personne d'autre n'est informé", `remises depuis : ${show(told)}`);
}
