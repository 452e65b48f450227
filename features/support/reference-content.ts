import { parseOfficeCode } from '../../profile/identifiers/office-code.ts';
import type { OfficeEntry, ReferenceContent } from '../../profile/messages/parts/reference-content.ts';
import type { ReferenceDataNoticePayload } from '../../profile/messages/reference-data-notice.ts';
import type { TransitNoticePayload } from '../../profile/messages/transit-notice.ts';
import { TARIFF } from '../../profile/reference-versions.ts';
import { HarnessError } from './errors.ts';
import { inSeconds } from './publishing.ts';
import type { CorridorWorld } from './world.ts';

/** HS code of an empty container that travels under its own T1. */
const EMPTY_CONTAINER = '860900';

/** All offices of a country, as every stack starts with them, and one more: a notice replaces them all. */
export function officesOf(world: CorridorWorld, country: string, more: string[] = []): ReferenceContent {
  const own = [...world.run.settings.reference.offices.values()].filter(
    (office) => office.country === country,
  );
  const [pattern] = own;
  if (!pattern)
    throw new HarnessError('UNKNOWN_COUNTRY', `Aucun bureau de ${country}.`, 'Voir fixtures/reference.');
  const fictitious = (code: string): OfficeEntry => ({
    ...pattern,
    code: parseOfficeCode(code),
    name: 'Bureau fictif',
    roles: ['DES'],
    validFrom: inSeconds(world, 0),
  });
  return { kind: 'OFFICES', offices: [...own, ...more.map(fictitious)] };
}

/** The holidays of a country, as every stack starts with them. */
export const holidaysOf = (world: CorridorWorld, country: string): ReferenceContent => ({
  kind: 'HOLIDAYS',
  holidays: world.run.settings.reference.holidays
    .filter((holiday) => holiday.country === country)
    .map(({ date, name }) => ({ date, name })),
});

/** A tariff with every code that the traffic of this suite declares, and these: nobody else's declaration suffers from it. */
export function tariffWith(world: CorridorWorld, codes: readonly string[]): ReferenceContent {
  const { corridors } = world.run.settings.reference;
  const traded = [...corridors.values()].flatMap(({ goods }) => goods.map(({ value }) => value.goods.hs));
  return codeList(TARIFF, [...new Set([...traded, EMPTY_CONTAINER, ...codes])]);
}

/** A code list of this name. */
export const codeList = (list: string, codes: readonly string[]): ReferenceContent => ({
  kind: 'CODE_LIST',
  list,
  codes: codes.map((code) => ({ code, fr: 'Code fictif', en: 'Fictitious code' })),
});

/** The notice with another office of destination. */
export const destinedFor = (notice: TransitNoticePayload, office: string): TransitNoticePayload => ({
  ...notice,
  itinerary: {
    ...notice.itinerary,
    legs: notice.itinerary.legs.map((leg) =>
      leg.role === 'DESTINATION' ? { ...leg, office: parseOfficeCode(office) } : leg,
    ),
  },
});

/** The notice with another HS code of its first item. */
export const declaredAs = (notice: TransitNoticePayload, hsCode: string): TransitNoticePayload => ({
  ...notice,
  items: notice.items.map((item, index) => (index === 0 ? { ...item, hsCode } : item)),
});

/** The last reference data notice of a scenario that satisfies the probe. */
export function lastNotice(
  world: CorridorWorld,
  holds: (notice: ReferenceDataNoticePayload) => boolean,
): ReferenceDataNoticePayload {
  const notices = world.sent
    .filter(({ message }) => message.messageType === 'AT20')
    .map(({ message }) => message.payload as unknown as ReferenceDataNoticePayload);
  const found = notices.findLast(holds);
  if (found) return found;
  throw new HarnessError(
    'SCENARIO_ORDER',
    "Aucun avis de données de référence de ce genre n'a été publié.",
    'Le pas qui publie doit venir avant.',
  );
}
