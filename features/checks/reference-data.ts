import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { lastAnswer } from './recorded.ts';

/** What the hub publishes as reference data, as answered: unchecked. @source binding section 4 */
interface PublishedReferenceData {
  readonly offices?: readonly { readonly code?: string }[];
  readonly itineraries?: readonly { readonly corridor?: string }[];
  readonly holidays?: readonly {
    readonly country?: string;
    readonly date?: string;
    readonly name?: string;
  }[];
  readonly unavailabilities?: readonly { readonly country?: string }[];
  readonly versions?: readonly {
    readonly country?: string;
    readonly kind?: string;
    readonly version?: number;
  }[];
}

const publishedReferenceData = (records: readonly ExchangeRecord[]): PublishedReferenceData =>
  (lastAnswer(records, '/v0/reference-data')?.body ?? {}) as PublishedReferenceData;

const PARTS = ['offices', 'itineraries', 'holidays', 'unavailabilities', 'versions'] as const;

/** The consultation gives all five parts, and among them this office and this corridor (REF-007). */
export function referenceDataComplete(
  records: readonly ExchangeRecord[],
  expected: { readonly office: string; readonly corridor: string },
): Observation[] {
  const seen = publishedReferenceData(records);
  const offices = seen.offices?.map(({ code }) => code ?? '?') ?? [];
  const corridors = seen.itineraries?.map(({ corridor }) => corridor ?? '?') ?? [];
  return [
    observeEqual(
      'parties publiées',
      PARTS,
      PARTS.filter((part) => Array.isArray(seen[part])),
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
  const { holidays = [] } = publishedReferenceData(records);
  const found = holidays.some(
    ({ country, name, date }) =>
      country === expected.country && name === expected.name && date === expected.date,
  );
  const text = (yes: boolean): string => `${expected.name} ${yes ? 'publié' : 'non publié'}`;
  return [observe(found === isPublished, text(isPublished), text(found))];
}

/** The version of a country's data of one kind is published (REF-002). */
export function versionPublished(
  records: readonly ExchangeRecord[],
  expected: { readonly country: string; readonly kind: string; readonly version: number },
): Observation[] {
  const { versions = [] } = publishedReferenceData(records);
  const known = versions
    .filter(({ country, kind }) => country === expected.country && kind === expected.kind)
    .map(({ version }) => String(version));
  return [
    observe(
      known.includes(String(expected.version)),
      `version ${expected.version} publiée`,
      `versions publiées : ${show(known)}`,
    ),
  ];
}
