import type { ExchangeRecord } from '../../evidence/exchange.ts';
import type { RoadPlace } from '../../evidence/run.ts';
import type { Assignment, Gap, Journey, TrackAlert, TrackPoint } from './journey.ts';
import { type ReadReport, readAssignment, readAttachment, readGap, readReport } from './read-tracking.ts';

/** Reports of one movement that are read; the others are counted. */
export const MOST_POINTS = 10_000;
/** Movements of one scenario that are drawn. */
const MOST_JOURNEYS = 4;
/** Devices, and gaps between them, that an answer may list for one movement. */
const MOST_ATTACHMENTS = 1_000;
const JOURNEY_PATH = /^\/v0\/journeys\/([^/?]{1,120})/;
const REFERENCE_CHARACTERS = 40;

type Fields = Readonly<Record<string, unknown>>;

/** What of a scenario a journey is read from. */
export interface TrackedScenario {
  readonly exchanges: readonly Pick<ExchangeRecord, 'kind' | 'path' | 'body' | 'answer'>[];
  readonly road: readonly RoadPlace[];
  readonly corridors: readonly string[];
}

/**
 * The journeys that a scenario saw, in the order in which they were first told of: from tracking events delivered to the
 * countries, from device assignments, and from answers to `GET /v0/journeys/{reference}`. The same report told to
 * several, or again, counts once. Nothing that stands in the evidence makes it fail.
 * @source assumption: a movement without a single report that can be placed in time has no picture
 */
export function readJourneys({ exchanges, road, corridors }: TrackedScenario): Journey[] {
  const found = new Map<string, GrowingJourney>();
  const of = (reference: unknown): GrowingJourney => {
    const key = String(reference).slice(0, REFERENCE_CHARACTERS);
    const known = found.get(key) ?? new GrowingJourney(key);
    found.set(key, known);
    return known;
  };
  for (const exchange of exchanges) readExchange(exchange, of);
  return [...found.values()]
    .filter(({ isEmpty }) => !isEmpty)
    .slice(0, MOST_JOURNEYS)
    .map((journey) => journey.end(road, corridors[0]));
}

function readExchange(
  { kind, path, body, answer }: TrackedScenario['exchanges'][number],
  of: (reference: unknown) => GrowingJourney,
): void {
  const asked = kind === 'query' && answer?.status === 200 ? JOURNEY_PATH.exec(path)?.[1] : undefined;
  if (asked !== undefined) of(decoded(asked)).addAnswer(fieldsOf(parsed(answer?.body)));
  else if (body !== undefined && /"AT(?:01|16|17)"/.test(body) && isTold(kind, answer?.status))
    readMessage(fieldsOf(parsed(body)), kind, of);
}

/** What a country was told, and what an office told with success. */
const isTold = (kind: ExchangeRecord['kind'], status: number | undefined): boolean =>
  kind === 'deliver' || (kind === 'submit' && status === 202);

function readMessage(
  message: Fields,
  kind: ExchangeRecord['kind'],
  of: (reference: unknown) => GrowingJourney,
): void {
  const payload = fieldsOf(message['payload']);
  const type = message['messageType'];
  const reference = payload['transitReference'];
  if (typeof reference !== 'string') return;
  if (type === 'AT17' && kind === 'deliver') of(reference).addReport(payload);
  else if (type === 'AT16') of(reference).addAssignment(payload);
  else if (type === 'AT01') of(reference).plan(fieldsOf(payload['itinerary'])['corridor']);
}

class GrowingJourney {
  readonly #reference: string;
  readonly #points = new Map<string, TrackPoint>();
  readonly #alerts = new Map<string, TrackAlert>();
  readonly #assignments = new Map<string, Assignment>();
  #attachments: readonly Assignment[] = [];
  readonly #ahead = new Set<string>();
  #gaps: readonly Gap[] = [];
  readonly #unreadable = new Set<string>();
  #corridor: string | undefined;
  #left = 0;

  constructor(reference: string) {
    this.#reference = reference;
  }

  get isEmpty(): boolean {
    return this.#points.size === 0;
  }

  /** The corridor of the notice that is the last. */
  plan(corridor: unknown): void {
    if (typeof corridor === 'string') this.#corridor = corridor;
  }

  addReport(value: unknown): void {
    const read = readReport(value);
    if (!read || read.misplaced) this.#noteUnreadable(value);
    if (read?.clockAhead) this.#ahead.add(`${read.point.deviceId} ${read.point.atMs}`);
    else if (read) this.#keep(read);
  }

  addAssignment(value: unknown): void {
    const read = readAssignment(value);
    if (read && this.#assignments.size < MOST_POINTS)
      this.#assignments.set(`${read.atMs} ${read.action} ${read.deviceId}`, read);
  }

  addAnswer(answer: Fields): void {
    for (const value of [...listOf(answer['positions']), ...listOf(answer['alerts'])]) this.addReport(value);
    // The same journey as an EPCIS document has neither list, and takes nothing back.
    const { assignments, gaps } = answer;
    if (Array.isArray(assignments))
      this.#attachments = assignments.slice(0, MOST_ATTACHMENTS).flatMap(readAttachment);
    if (Array.isArray(gaps)) this.#gaps = gaps.slice(0, MOST_ATTACHMENTS).flatMap(readGap);
  }

  end(road: readonly RoadPlace[], corridor: string | undefined): Journey {
    const isPlanned = this.#corridor === undefined || this.#corridor === corridor;
    return {
      reference: this.#reference,
      road: isPlanned ? road : [],
      points: inOrder(this.#points),
      alerts: inOrder(this.#alerts),
      // What offices told says more: who did it, and which device relieved which.
      assignments: this.#assignments.size > 0 ? inOrder(this.#assignments) : this.#attachments,
      gaps: [...this.#gaps].sort((one, other) => one.fromMs - other.fromMs),
      unreadable: this.#unreadable.size,
      left: this.#left,
      ahead: this.#ahead.size,
    };
  }

  #keep({ point, alert }: ReadReport): void {
    const key = `${point.deviceId} ${point.atMs}`;
    if (alert && this.#alerts.size < MOST_POINTS) this.#alerts.set(`${alert.code} ${key}`, alert);
    if (this.#points.has(key)) return;
    if (this.#points.size < MOST_POINTS) this.#points.set(key, point);
    else this.#left += 1;
  }

  /** Told to three countries it is still one. */
  #noteUnreadable(value: unknown): void {
    if (this.#unreadable.size < MOST_POINTS) this.#unreadable.add(JSON.stringify(value) ?? '');
  }
}

const inOrder = <Entry extends { readonly atMs: number }>(entries: ReadonlyMap<string, Entry>): Entry[] =>
  [...entries.values()].sort((one, other) => one.atMs - other.atMs);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
