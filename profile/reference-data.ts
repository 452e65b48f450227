import type { ItineraryEntry, OfficeEntry } from './messages/parts/reference-content.ts';

/** A public holiday of a country, by its local date `YYYY-MM-DD`. */
export interface Holiday {
  readonly country: string;
  readonly date: string;
  readonly name: string;
}

/**
 * What the parties publish to each other in ReferenceDataNotice, as a receiver holds it at one moment.
 * Real SYDONIA office codes are not public: all codes of ours are visibly synthetic.
 * @source draft message set AT20; WCO Lomé workshop 2017 (non-transactional data)
 */
export interface ReferenceData {
  /** By office code, e.g. `TG0LOM1`. */
  readonly offices: ReadonlyMap<string, OfficeEntry>;
  /** By corridor name, e.g. `LOME-CINKANSE-OUAGADOUGOU`. */
  readonly itineraries: ReadonlyMap<string, ItineraryEntry>;
  /** Countries that take part, ISO 3166-1 alpha-2. */
  readonly countries: ReadonlySet<string>;
  readonly holidays: readonly Holiday[];
  /** HS codes of the tariff of a country, by country; a country that has published none is not there. */
  readonly tariffs?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The part an office must be able to play (reference data) for each part on an itinerary. */
export const officeRoleFor = {
  DEPARTURE: 'DEP',
  EXIT: 'TRA',
  ENTRY: 'TRA',
  DESTINATION: 'DES',
} as const;

interface Validity {
  readonly from: number;
  readonly until: number;
}

/** Every message names several offices, and to read a date costs more than all else there is to look up. */
const validities = new WeakMap<OfficeEntry, Validity>();

/**
 * True when the office is published and in its validity at `time`. Entries are replaced, never changed.
 * @param time ms since the epoch
 */
export function isInForce(office: OfficeEntry, time: number): boolean {
  const { from, until } = validities.get(office) ?? readValidity(office);
  return time >= from && time < until;
}

function readValidity(office: OfficeEntry): Validity {
  const { validFrom, validUntil } = office;
  const until = validUntil === undefined ? Number.POSITIVE_INFINITY : Date.parse(validUntil);
  const validity = { from: Date.parse(validFrom), until };
  validities.set(office, validity);
  return validity;
}
