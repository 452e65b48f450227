/** What the ledger says of a movement, as far as competence goes. */
export interface CompetenceView {
  readonly departureCountry: string;
  readonly destinationCountry: string;
}

/**
 * The seat that alone may send this message, or null when any country on the itinerary may (or the message is
 * about no movement). A sender that is not this seat is refused with NOT_THE_OWNER at `/sender`.
 *
 * Offices act for their country: Togo may not report a passage at an office of Burkina Faso. The message to
 * register a movement comes from the country in its transit reference, before any ledger knows it. A country
 * of arrival is that of the actual office, which after a diversion is not the planned one.
 * @param name message name, e.g. `BorderPassage`
 * @param payload its payload, valid by itself
 * @source draft message set 6.2 (sender of each message); message definitions
 */
export function competentSeat(
  name: string,
  payload: Readonly<Record<string, unknown>>,
  view?: CompetenceView,
): string | null {
  if (ofDeparture.includes(name) || (name === 'ItineraryChange' && payload['decision'] !== 'REQUESTED')) {
    return view?.departureCountry ?? countryOfReference(payload['transitReference']);
  }
  if (name === 'FindingNotice') return 'hub';
  if (name === 'ReferenceDataNotice') return String(payload['country']);
  return typeof payload['office'] === 'string' ? payload['office'].slice(0, 2) : null;
}

/** Messages that only the administration of departure sends. */
const ofDeparture: readonly string[] = [
  'TransitNotice',
  'DepartureRelease',
  'CancellationNotice',
  'DischargeNotice',
  'EnquiryRequest',
  'RecoveryNotice',
];

/** The country in a transit reference: third and fourth character. */
const countryOfReference = (reference: unknown): string => String(reference).slice(2, 4);
