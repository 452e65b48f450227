import type { Message } from '../../profile/messages/message.ts';
import type {
  ItineraryEntry,
  OfficeEntry,
  ReferenceContent,
} from '../../profile/messages/parts/reference-content.ts';
import type { Holiday, ReferenceData } from '../../profile/reference-data.ts';

/**
 * Reference data as one seat holds it: what it started with, and what the others announced since. An announced
 * office is known from its announcement on, and a withdrawn one is not forgotten: the hub judges validity, and a
 * neighbour that refused what the hub let through would only hide who was wrong.
 */
export class SeatReferenceData implements ReferenceData {
  readonly offices: Map<string, OfficeEntry>;
  readonly itineraries: Map<string, ItineraryEntry>;
  readonly countries: ReadonlySet<string>;
  readonly holidays: readonly Holiday[];

  constructor(start: ReferenceData) {
    this.offices = new Map(start.offices);
    this.itineraries = new Map(start.itineraries);
    this.countries = start.countries;
    this.holidays = start.holidays;
  }

  /** Takes in a ReferenceDataNotice; other messages are left alone. */
  learn({ messageType, payload }: Message): void {
    if (messageType !== 'AT20') return;
    const content = payload['content'] as ReferenceContent;
    if (content.kind === 'OFFICES')
      for (const office of content.offices) this.offices.set(office.code, office);
    if (content.kind === 'ITINERARIES')
      for (const itinerary of content.itineraries) this.itineraries.set(itinerary.corridor, itinerary);
  }
}
