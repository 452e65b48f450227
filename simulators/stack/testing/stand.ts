import type { Movement } from '../../../fixtures/movements/movement.ts';
import type { Message } from '../../../profile/messages/message.ts';
import type { MessageName } from '../../../profile/messages/messages.ts';
import { Seat } from './seat.ts';
import { StackProcess } from './stack-process.ts';

const COUNTRIES = ['TG', 'BF', 'ML', 'NE'] as const;
type Country = (typeof COUNTRIES)[number];

/** What the ledger publishes of a movement, as far as tests look at it. */
export interface Entry {
  readonly state: string;
  readonly movementVersion: number;
  readonly events: readonly unknown[];
}

/** A stack of its own, wrong in one way or in none, with a seat for each country. For tests. */
export class Stand {
  #stack: StackProcess;
  readonly #words: readonly string[];
  #seats = new Map<string, Seat>();
  readonly #counts = new Map<string, number>();

  private constructor(stack: StackProcess, words: readonly string[]) {
    this.#stack = stack;
    this.#words = words;
  }

  /**
   * @param database of this stack alone, on a server that runs
   * @param more words of the command line
   */
  static async start(database: string, deviation?: string, more: readonly string[] = []): Promise<Stand> {
    const committing = deviation === undefined ? [] : ['--deviation', deviation];
    const words = ['--database', database, ...committing, ...more];
    const stand = new Stand(await StackProcess.start(...words), words);
    await stand.#seatAll();
    return stand;
  }

  async #seatAll(): Promise<void> {
    for (const country of COUNTRIES) this.#seats.set(country, await Seat.start(country, this.#stack.url));
  }

  seat(country: string): Seat {
    const seat = this.#seats.get(country);
    if (!seat) throw new Error(`no seat ${country}`);
    return seat;
  }

  /** Sends a message about a movement, numbered as its sender must. */
  async send(
    country: string,
    name: MessageName,
    payload: object,
    more: Partial<Message> = {},
  ): Promise<Message> {
    const { transitReference = '' } = payload as { transitReference?: string };
    const key = `${country} ${transitReference}`;
    const originSeq = (this.#counts.get(key) ?? 0) + 1;
    if (more.movementVersion === undefined) this.#counts.set(key, originSeq);
    const numbered = more.movementVersion === undefined ? { originSeq, ...more } : more;
    const { message, answer } = await this.seat(country).send(name, payload, numbered);
    if (answer.status !== 202) throw new Error(`${name} of ${country} was refused: ${answer.text}`);
    return message;
  }

  async announce({ departureCountry, notice }: Movement): Promise<Message> {
    return this.send(departureCountry, 'TransitNotice', notice, { movementVersion: 1 });
  }

  async release({ departureCountry, release }: Movement, changes: object = {}): Promise<Message> {
    return this.send(
      departureCountry,
      'DepartureRelease',
      { ...release, ...changes },
      { movementVersion: 2 },
    );
  }

  async entry({ departureCountry, reference }: Movement): Promise<Entry> {
    return (await this.seat(departureCountry).request('GET', `/v0/movements/${reference}`)).body;
  }

  /** Types of all messages about a movement that were ever queued for a country, in order. */
  async queued(country: Country, { reference }: Movement): Promise<string[]> {
    const { body } = await this.seat(country).request('GET', `/v0/participants/${country}/messages?after=0`);
    const entries = body.messages as {
      message: { messageType: string; payload: { transitReference?: string } };
    }[];
    return entries
      .filter(({ message }) => message.payload.transitReference === reference)
      .map(({ message }) => message.messageType);
  }

  /** Address of the stack. */
  get url(): string {
    return this.#stack.url;
  }

  /** Its database. */
  get database(): string {
    return this.#stack.database;
  }

  /** Process id of the stack. */
  get pid(): number {
    return this.#stack.pid;
  }

  /** The end of what the stack has logged, as soon as this is in it. */
  logged(what: RegExp): Promise<string> {
    return this.#stack.logged(what);
  }

  async advance(seconds: number): Promise<void> {
    await this.seat('TG').request('POST', '/v0/test-clock/advance', JSON.stringify({ seconds }));
  }

  /** Ends the stack as a power cut would, and starts it on the same database. */
  async restart(): Promise<void> {
    await this.#stack.kill();
    await this.#leave();
    this.#stack = await StackProcess.start(...this.#words);
    await this.#seatAll();
  }

  async #leave(): Promise<void> {
    for (const seat of this.#seats.values()) await seat[Symbol.asyncDispose]();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#leave();
    await this.#stack[Symbol.asyncDispose]();
  }
}
