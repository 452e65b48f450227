import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, sameJson, show } from './check.ts';
import { lastAnswer, listIn } from './recorded.ts';

/** What the hub publishes as reference data, as answered: unchecked. @source binding section 4 */
const publishedReferenceData = (records: readonly ExchangeRecord[]): unknown =>
  lastAnswer(records, '/v0/reference-data')?.body;

const PARTS = ['offices', 'itineraries', 'holidays', 'unavailabilities', 'versions'] as const;

/** The consultation gives all five parts, and among them this office and this corridor (REF-007). */
export function referenceDataComplete(
  records: readonly ExchangeRecord[],
  expected: { readonly office: string; readonly corridor: string },
): Observation[] {
  const seen = publishedReferenceData(records);
  const offices = listIn(seen, 'offices')?.map(({ code }) => show(code)) ?? [];
  const corridors = listIn(seen, 'itineraries')?.map(({ corridor }) => show(corridor)) ?? [];
  return [
    observeEqual(
      'parties publiées',
      PARTS,
      PARTS.filter((part) => listIn(seen, part) !== undefined),
    ),
    observe(
      offices.includes(expected.office),
      `bureau ${expected.office} publié`,
      `bureaux : ${show(offices)}`,
    ),
    observe(
      corridors.includes(expected.corridor),
      `itinéraire ${expected.corridor} publié`,
      `itinéraires : ${show(corridors)}`,
    ),
  ];
}

/** A holiday of a country is published, or is not yet (REF-002). */
export function holidayPublished(
  records: readonly ExchangeRecord[],
  expected: { readonly country: string; readonly name: string; readonly date: string },
  isPublished: boolean,
): Observation[] {
  const holidays = listIn(publishedReferenceData(records), 'holidays');
  const found = holidays?.some(
    ({ country, name, date }) =>
      country === expected.country && name === expected.name && date === expected.date,
  );
  const text = (yes: boolean): string => `${expected.name} ${yes ? 'publié' : 'non publié'}`;
  const observed = found === undefined ? 'jours fériés non publiés' : text(found);
  return [observe(found === isPublished, text(isPublished), observed)];
}

/** The version of a country's data of one kind is published (REF-002). */
export function versionPublished(
  records: readonly ExchangeRecord[],
  expected: { readonly country: string; readonly kind: string; readonly version: number },
): Observation[] {
  const known = listIn(publishedReferenceData(records), 'versions')
    ?.filter(({ country, kind }) => country === expected.country && kind === expected.kind)
    .map(({ version }) => version);
  return [
    observe(
      known?.includes(expected.version) ?? false,
      `version ${expected.version} publiée`,
      `versions publiées : ${show(known)}`,
    ),
  ];
}

/** A code list of a country is published, with these codes among its own and its version (VER-011). */
export function codeListPublished(
  records: readonly ExchangeRecord[],
  expected: {
    readonly country: string;
    readonly list: string;
    readonly version: number;
    readonly code: string;
  },
): Observation[] {
  const { country, list, version, code } = expected;
  const seen = publishedReferenceData(records);
  const found = listIn(seen, 'codeLists')?.find(
    (entry) => entry['country'] === country && entry['list'] === list,
  );
  const codes = listIn(found, 'codes')?.map((entry) => show(entry['code'])) ?? [];
  const published = listIn(seen, 'versions')
    ?.filter(
      (entry) => entry['country'] === country && entry['kind'] === 'CODE_LIST' && entry['list'] === list,
    )
    .map((entry) => entry['version']);
  return [
    observe(codes.includes(code), `code ${code} publié (${list}, ${country})`, `codes : ${show(codes)}`),
    observeEqual(`version publiée de ${list}`, [version], published),
  ];
}

/** Opening hours as the scenario says them: ISO weekdays, local wall-clock. */
interface ExpectedHours {
  readonly days: readonly number[];
  readonly opens: string;
  readonly closes: string;
}

/** An office is published with its time zone, and among its opening hours with these (REF-020). */
export function officeOpens(
  records: readonly ExchangeRecord[],
  office: string,
  expected: { readonly timeZone: string; readonly hours: readonly ExpectedHours[] },
): Observation[] {
  const offices = listIn(publishedReferenceData(records), 'offices');
  const found = offices?.find(({ code }) => code === office);
  const hours = listIn(found, 'openingHours');
  return [
    observeEqual(`fuseau de ${office}`, expected.timeZone, found?.['timeZone']),
    ...expected.hours.map((wanted) =>
      observe(
        hours?.some((entry) => sameJson(wanted, entry)) ?? false,
        `${office} ouvre ${show(wanted)}`,
        `heures publiées : ${show(hours)}`,
      ),
    ),
  ];
}

/** An agreed itinerary is published with exactly these offices, in order of travel, and each of them is published itself (REF-010). */
export function itineraryPublished(
  records: readonly ExchangeRecord[],
  corridor: string,
  offices: readonly string[],
): Observation[] {
  const seen = publishedReferenceData(records);
  const itinerary = listIn(seen, 'itineraries')?.find((entry) => entry['corridor'] === corridor);
  const legs = listIn(itinerary, 'legs')?.map(({ office }) => show(office));
  const known = listIn(seen, 'offices')?.map(({ code }) => show(code)) ?? [];
  return [
    observeEqual(`bureaux de l'itinéraire ${corridor}`, offices, legs),
    observeEqual(
      'bureaux publiés',
      offices,
      offices.filter((office) => known.includes(office)),
    ),
  ];
}
