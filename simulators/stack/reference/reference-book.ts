import type {
  ItineraryEntry,
  OfficeEntry,
  ReferenceContent,
} from '../../../profile/messages/parts/reference-content.ts';
import type { Holiday, ReferenceData } from '../../../profile/reference-data.ts';
import type { PublishedNotice } from './reference-table.ts';

type Content<Kind extends ReferenceContent['kind']> = Extract<ReferenceContent, { kind: Kind }>;

/** The reference data in force: those of boot, and over them what each country published since. */
export class ReferenceBook {
  readonly #boot: ReferenceData;
  readonly #notices: PublishedNotice[] = [];
  readonly #seats: string[];
  #view: ReferenceData;
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

  /** What is in force at an instant, ms since the epoch. */
  at(now: number): ReferenceData {
    if (now >= this.#viewUntil) {
      const later = this.#notices.map(({ effectiveFrom }) => effectiveFrom).filter((from) => from > now);
      this.#view = this.#compose(now);
      this.#viewUntil = Math.min(Number.POSITIVE_INFINITY, ...later);
    }
    return this.#view;
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
      versions: this.#versions(now),
    };
  }

  /** Per country and kind the version in force; 0 is what the stack started with. */
  #versions(now: number): Record<string, unknown>[] {
    const boot = this.#seats.flatMap((country) =>
      ['OFFICES', 'HOLIDAYS'].map((kind) => ({ country, kind, version: 0 })),
    );
    const published = this.#notices
      .filter(
        ({ country, version, content }) => this.#newest(content.kind, country, now)?.version === version,
      )
      .map(({ country, version, effectiveFrom, content }) => ({
        country,
        kind: content.kind,
        version,
        effectiveFrom: new Date(effectiveFrom).toISOString(),
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
    return { countries, offices, itineraries, holidays };
  }

  /** Per country the newest notice of this kind that has taken effect. */
  #inForce<Kind extends ReferenceContent['kind']>(
    kind: Kind,
    now: number,
  ): { readonly country: string; readonly content: Content<Kind> }[] {
    const countries = [...new Set(this.#notices.map(({ country }) => country))];
    return countries.flatMap((country) => {
      const newest = this.#newest(kind, country, now);
      return newest ? [{ country, content: newest.content as Content<Kind> }] : [];
    });
  }

  #newest(kind: string, country: string, now: number): PublishedNotice | undefined {
    return this.#notices
      .filter(
        (notice) => notice.country === country && notice.content.kind === kind && notice.effectiveFrom <= now,
      )
      .reduce<PublishedNotice | undefined>(
        (best, notice) => (best && best.version > notice.version ? best : notice),
        undefined,
      );
  }
}

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
