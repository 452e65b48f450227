import { transitReferenceOf } from '../../../profile/identifiers/national-reference.ts';
import type { TransitNoticePayload } from '../../../profile/messages/transit-notice.ts';
import type { RequestSource } from '../http-load.ts';

const FIRST_NUMBER = 1_000_000;
const NUMBERS = 9_000_000;
const ID_HEAD = '01939f3a-8c00-7000-8000-';
const ID_TAIL_DIGITS = 12;

/** Where in a request the parts lie that differ from one message to the next. */
interface Places {
  readonly ids: readonly number[];
  readonly references: readonly number[];
  readonly numbers: readonly number[];
}

/**
 * Deliveries of TransitNotices, each of another movement under another id, so that none is a repetition. Every
 * connection owns one buffer, in which the differing digits are overwritten while no request is under way.
 */
export class NoticeRequests implements RequestSource {
  /** Bytes of each body. */
  readonly bodyBytes: number;
  readonly #notice: TransitNoticePayload;
  readonly #places: Places;
  readonly #buffers: Buffer[];
  #sequence = 0;

  /** @param notice the movement to vary, without optional fields where a small message is wanted */
  constructor(notice: TransitNoticePayload, connections: number) {
    const nationalReference = { ...notice.nationalReference, number: FIRST_NUMBER };
    const transitReference = transitReferenceOf(nationalReference);
    const body = JSON.stringify(envelope({ ...notice, nationalReference, transitReference }));
    this.bodyBytes = Buffer.byteLength(body);
    const bytes = Buffer.from(requestHead(this.bodyBytes) + body);
    this.#notice = notice;
    this.#places = {
      ids: placesOf(bytes, ID_HEAD).map((place) => place + ID_HEAD.length),
      references: placesOf(bytes, transitReference),
      numbers: placesOf(bytes, `"number":${FIRST_NUMBER}`).map((place) => place + '"number":'.length),
    };
    this.#buffers = Array.from({ length: connections }, () => Buffer.from(bytes));
  }

  next(slot: number): Buffer {
    const buffer = this.#buffers[slot];
    if (!buffer) throw new RangeError(`Failed to make a request: there is no connection ${slot}.`);
    this.#sequence += 1;
    const number = FIRST_NUMBER + (this.#sequence % NUMBERS);
    const reference = transitReferenceOf({ ...this.#notice.nationalReference, number });
    const id = this.#sequence.toString(16).padStart(ID_TAIL_DIGITS, '0');
    for (const place of this.#places.ids) buffer.write(id, place, 'latin1');
    for (const place of this.#places.references) buffer.write(reference, place, 'latin1');
    for (const place of this.#places.numbers) buffer.write(String(number), place, 'latin1');
    return buffer;
  }
}

function placesOf(bytes: Buffer, text: string): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) places.push(at);
  return places;
}

const requestHead = (bodyBytes: number): string =>
  [
    'POST /v0/messages HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    'Corridor-Seat: hub',
    'Corridor-Attempt: 1',
    `Content-Length: ${bodyBytes}`,
    '\r\n',
  ].join('\r\n');

const envelope = (payload: TransitNoticePayload): object => ({
  profileVersion: '0.1',
  messageId: ID_HEAD + '0'.repeat(ID_TAIL_DIGITS),
  messageType: 'AT01',
  sender: payload.itinerary.legs[0]?.country,
  recipient: 'route',
  preparedAt: payload.itinerary.legs[0]?.plannedAt,
  conversationId: payload.transitReference,
  movementVersion: 1,
  testIndicator: true,
  payload,
});
