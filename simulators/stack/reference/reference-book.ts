import { referenceDataKinds } from '../../../profile/code-lists/code-lists.ts';
import type {
  ItineraryEntry,
  OfficeEntry,
  ReferenceContent,
} from '../../../profile/messages/parts/reference-content.ts';
import type { Holiday, ReferenceData } from '../../../profile/reference-data.ts';
import { type ReferenceVersion, referenceName, TARIFF } from '../../../profile/reference-versions.ts';
import type { PublishedNotice } from './reference-table.ts';

type Content<Kind extends ReferenceContent['kind']> = Extract<ReferenceContent, { kind: Kind }>;

/** The reference data in force: those of boot, and over them what each country published since. */
export class ReferenceBook {
  readonly #boot: ReferenceData;
  readonly #notices: PublishedNotice[] = [];
  readonly #seats: string[];
  #view: ReferenceData;
  #viewFrom = Number.POSITIVE_INFINITY;
  #viewUntil = Number.NEGATIVE_INFINITY;

  constructor(boot: ReferenceData) {
    this.#boot = boot;
    this.#view = boot;
    this.#seats = [...boot.countries].sort();
  }

  /** The countries that take part. */
  seats(): readonly string[] {
    return this.#seats;
  }

  /** Takes a notice up; it counts from its date of effect. */
  publish(notice: PublishedNotice): void {
    this.#notices.push(notice);
    this.#viewUntil = Number.NEGATIVE_INFINITY;
  }

  /** What is in force at an instant, past or present, ms since the epoch. */
  at(time: number): ReferenceData {
    if (time < this.#viewFrom || time >= this.#viewUntil) {
      const changes = this.#notices.map(({ effectiveFrom }) => effectiveFrom);
      this.#view = this.#compose(time);
      this.#viewFrom = Math.max(Number.NEGATIVE_INFINITY, ...changes.filter((from) => from <= time));
      this.#viewUntil = Math.min(Number.POSITIVE_INFINITY, ...changes.filter((from) => from > time));
    }
    return this.#view;
  }

  /** The version in force of what another version is of; null for a country or kind that is not known. */
  versionOf(other: Omit<ReferenceVersion, 'version'>, now: number): number | null {
    if (!this.#boot.countries.has(other.country) || !Object.hasOwn(referenceDataKinds, other.kind))
      return null;
    return this.#current(now).get(referenceName(other))?.version ?? 0;
  }

  /** End of the unavailability that a country has announced for now, ms; Infinity when open; null when there is none. */
  unavailableUntil(country: string, now: number): number | null {
    const [content] = this.#inForce('UNAVAILABILITY', now).filter((found) => found.country === country);
    if (!content) return null;
    const { from, until } = content.content;
    const end = until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until);
    return Date.parse(from) <= now && now < end ? end : null;
  }

  /** How long, between two instants, a country was away as announced, ms. */
  suspendedMs(country: string, from: number, to: number): number {
    const announced = this.#notices
      .filter((notice) => notice.country === country && notice.content.kind === 'UNAVAILABILITY')
      .sort((a, b) => a.effectiveFrom - b.effectiveFrom || a.version - b.version);
    return announced.reduce((total, { effectiveFrom, content }, index) => {
      const window = content as Content<'UNAVAILABILITY'>;
      const replacedAt = announced[index + 1]?.effectiveFrom ?? Number.POSITIVE_INFINITY;
      const end = window.until === undefined ? Number.POSITIVE_INFINITY : Date.parse(window.until);
      const begins = Math.max(from, Date.parse(window.from), effectiveFrom);
      return total + Math.max(0, Math.min(to, end, replacedAt) - begins);
    }, 0);
  }

  /** The body of `GET /v0/reference-data`. */
  publication(now: number): Record<string, unknown> {
    const { offices, itineraries, holidays } = this.at(now);
    return {
      offices: [...offices.values()],
      itineraries: [...itineraries.values()],
      holidays,
      unavailabilities: this.#inForce('UNAVAILABILITY', now).map(
        ({ country, content: { kind: _, ...rest } }) => ({
          country,
          ...rest,
        }),
      ),
      codeLists: this.#inForce('CODE_LIST', now).map(({ country, content: { kind: _, ...rest } }) => ({
        country,
        ...rest,
      })),
      versions: this.#versions(now),
    };
  }

  /** Per country and kind the version in force; 0 is what the stack started with. */
  #versions(now: number): Record<string, unknown>[] {
    const boot = this.#seats.flatMap((country) =>
      ['OFFICES', 'HOLIDAYS'].map((kind) => ({ country, kind, version: 0 })),
    );
    const published = [...this.#current(now).values()].map((notice) => ({
      ...nameOf(notice),
      version: notice.version,
      effectiveFrom: new Date(notice.effectiveFrom).toISOString(),
    }));
    const replacedKinds = new Set(published.map(({ country, kind }) => `${country} ${kind}`));
    return [...boot.filter(({ country, kind }) => !replacedKinds.has(`${country} ${kind}`)), ...published];
  }

  #compose(now: number): ReferenceData {
    const { countries } = this.#boot;
    const offices = new Map<string, OfficeEntry>(
      replaced(
        this.#boot.offices.values(),
        this.#inForce('OFFICES', now),
        ({ country }) => country,
        ({ offices: list }) => list,
      ).map((office) => [office.code, office]),
    );
    const itineraries = new Map<string, ItineraryEntry>(this.#boot.itineraries);
    for (const { content } of this.#inForce('ITINERARIES', now))
      for (const itinerary of content.itineraries) itineraries.set(itinerary.corridor, itinerary);
    const holidays = replaced<Holiday, 'HOLIDAYS'>(
      this.#boot.holidays,
      this.#inForce('HOLIDAYS', now),
      ({ country }) => country,
      ({ holidays: list }, country) => list.map((holiday) => ({ country, ...holiday })),
    );
    const tariffs = new Map(
      this.#inForce('CODE_LIST', now)
        .filter(({ content }) => content.list === TARIFF)
        .map(({ country, content }) => [country, new Set(content.codes.map(({ code }) => code))]),
    );
    return { countries, offices, itineraries, holidays, tariffs };
  }

  /** Per country (and list) the newest notice of this kind that has taken effect. */
  #inForce<Kind extends ReferenceContent['kind']>(
    kind: Kind,
    now: number,
  ): { readonly country: string; readonly content: Content<Kind> }[] {
    return [...this.#current(now).values()]
      .filter(({ content }) => content.kind === kind)
      .map(({ country, content }) => ({ country, content: content as Content<Kind> }));
  }

  /** What has taken effect, the newest version of each: by its name. */
  #current(now: number): Map<string, PublishedNotice> {
    const newest = new Map<string, PublishedNotice>();
    for (const notice of this.#notices) {
      const name = referenceName(nameOf(notice));
      const better = (newest.get(name)?.version ?? 0) <= notice.version;
      if (notice.effectiveFrom <= now && better) newest.set(name, notice);
    }
    return newest;
  }
}

/** What a notice is a version of. */
const nameOf = ({ country, content }: PublishedNotice): Omit<ReferenceVersion, 'version'> => ({
  country,
  kind: content.kind,
  ...(content.kind === 'CODE_LIST' && { list: content.list }),
});

/** A notice replaces all that its country published of that kind, and nothing of others. */
function replaced<Entry, Kind extends ReferenceContent['kind']>(
  boot: Iterable<Entry>,
  notices: readonly { readonly country: string; readonly content: Content<Kind> }[],
  countryOf: (entry: Entry) => string,
  entriesOf: (content: Content<Kind>, country: string) => readonly Entry[],
): Entry[] {
  const gone = new Set(notices.map(({ country }) => country));
  const kept = [...boot].filter((entry) => !gone.has(countryOf(entry)));
  return [...kept, ...notices.flatMap(({ country, content }) => entriesOf(content, country))];
}
