import type { Message } from '../../profile/messages/message.ts';
import type { MessageName } from '../../profile/messages/messages.ts';
import type { Trader } from '../../profile/messages/parts/parts.ts';
import { conversationsOf } from '../../reports/evidence/conversation.ts';
import { replyTo } from './auto-answers/reply.ts';
import { type Composer, composeMessage, type EnvelopeOptions } from './compose-message.ts';
import { type CustomsOptions, defaultCapabilities, wayToHub } from './customs-options.ts';
import { type DeclarantStatus, declarantStatus } from './declarants.ts';
import { Desk } from './desk.ts';
import type { HubAnswer, Submission } from './hub-client.ts';
import type { HubQueries, PullBody, QueryAnswer } from './hub-queries.ts';
import { HubReach, type SeatLinks } from './hub-reach.ts';
import { Inbox, type ReceivedFilter } from './inbox.ts';
import { MagicReferences } from './magic-references.ts';
import { type Misbehaviour, MisbehaviourPlan } from './misbehaviour.ts';
import { type BookEntry, MovementBook } from './movement-book.ts';
import { Numbering } from './numbering.ts';
import { Outbox } from './outbox.ts';
import { type ReceivedMessage, Receiver } from './receiver.ts';
import { backUpOf, type SeatBackup } from './seat-backup.ts';
import { SeatReferenceData } from './seat-reference-data.ts';
import { SeatServer } from './seat-server.ts';
import { urlUnder } from './url-under.ts';

/**
 * A national customs system: a seat that receives, keeps its own book of movements, sends, asks, answers
 * queries and enquiries, and can be told to misbehave. It records all and judges nothing.
 */
export class CustomsSystem implements AsyncDisposable {
  readonly country: string;
  /** Questions to the hub beyond those below: delivery state of others, dead letters, any request. */
  readonly hub: HubQueries;
  /** Answers AT10 and AT12 by its own book. */
  autoAnswer: boolean;
  readonly #options: CustomsOptions;
  readonly #composer: Composer;
  readonly #reach: HubReach;
  readonly #book: MovementBook;
  readonly #inbox: Inbox;
  readonly #outbox: Outbox;
  readonly #reference: SeatReferenceData | undefined;
  readonly #receiver: Receiver;
  readonly #plan = new MisbehaviourPlan();
  readonly #magic: MagicReferences | undefined;
  readonly #silenced = new Set<string>();
  readonly #background = new Set<Promise<unknown>>();
  #server: SeatServer | undefined;
  #room = '';
  #links: SeatLinks | undefined;
  #registration: HubAnswer | undefined;

  private constructor(options: CustomsOptions) {
    const { country, clock, ids, keep = Number.POSITIVE_INFINITY } = options;
    this.country = country;
    this.autoAnswer = options.autoAnswer ?? true;
    this.#options = options;
    const numbering = new Numbering();
    this.#composer = { country, clock, ids, numbering };
    this.#book = new MovementBook(country, keep);
    this.#inbox = new Inbox(keep);
    this.#magic = options.magicReferences ? new MagicReferences() : undefined;
    this.#reference = options.reference && new SeatReferenceData(options.reference);
    this.#reach = new HubReach(wayToHub(options));
    const { client } = this.#reach;
    this.#outbox = new Outbox({ country, clock, client, book: this.#book, numbering, keep });
    this.hub = this.#reach.queries;
    const accept = (received: ReceivedMessage) => this.#accept(received);
    this.#receiver = new Receiver({ composer: this.#composer, reference: this.#reference, keep, accept });
  }

  /** Starts listening and registers with the hub; a hub that cannot be reached is told in `registration`. */
  static async start(options: CustomsOptions): Promise<CustomsSystem> {
    const system = new CustomsSystem(options);
    const { clock, journal, hub, stack = hub, host = '127.0.0.1', port = 0 } = options;
    const desk = new Desk({
      composer: system.#composer,
      clock,
      journal,
      stack,
      receiver: system.#receiver,
      room: () => system.#room,
      misbehaviour: (value) =>
        system.#plan.take(conversationsOf(value)) ?? system.#magic?.misbehaviourFor(value),
      capabilities: { ...defaultCapabilities, ...options.capabilities },
    });
    system.#server = await SeatServer.start({ host, port, handle: (request) => desk.handle(request) });
    if (options.register ?? true) await system.register();
    return system;
  }

  /** Where this seat takes deliveries; the same when it comes back. */
  get baseUrl(): string {
    return `${this.#server?.url ?? ''}${this.#room}`;
  }

  /** How the last registration went: status 200, or what else the hub said, or a fault. */
  get registration(): HubAnswer | undefined {
    return this.#registration;
  }

  /** Tells the hub where to deliver. */
  async register(): Promise<HubAnswer> {
    const { publicHost, system = `Corridor ${this.country}` } = this.#options;
    const { publicUrl = urlUnder(publicHost, this.#server?.url ?? '') } = this.#options;
    const reachedAt = this.#links?.seat ?? publicUrl;
    this.#registration = await this.straight.register(`${reachedAt}${this.#room}`, system);
    return this.#registration;
  }

  /** Puts links between this seat and the hub, both ways, and tells the hub so; undefined takes them away again. */
  async goThrough(links: SeatLinks | undefined): Promise<HubAnswer> {
    this.#links = links;
    await this.#reach.goThrough(links?.hub);
    return this.register();
  }

  /** Questions that no link is between; see {@link HubReach}. */
  get straight(): HubQueries {
    return this.#reach.straight;
  }

  /** Takes deliveries under another path from now on, and tells the hub so; the old address knows nobody any more. */
  moveTo(room: '' | `/${string}`): Promise<HubAnswer> {
    this.#room = room;
    return this.register();
  }

  /** A message with its envelope filled, versions and sequences counted; not sent yet. The payload may be wrong on purpose. */
  compose(name: MessageName, payload: object, options?: EnvelopeOptions): Message {
    return composeMessage(this.#composer, name, payload, options);
  }

  /** Sends a message; what the hub does with it is told, never thrown. */
  submit(message: object, headers?: Readonly<Record<string, string>>): Promise<Submission> {
    return this.#outbox.submit(message, headers);
  }

  /** Sends bytes as they are, for what is not a message. */
  submitBytes(bytes: string | Buffer, headers: Record<string, string> = {}): Promise<Submission> {
    return this.#outbox.submitBytes(bytes, headers);
  }

  /** Composes and sends. */
  send(name: MessageName, payload: object, options?: EnvelopeOptions): Promise<Submission> {
    return this.submit(this.compose(name, payload, options));
  }

  /** The same bytes again (P03); a fault `never-sent` for an id this seat did not send. */
  resend(messageId: string): Promise<Submission> {
    return this.#outbox.resend(messageId);
  }

  /** Catch-up; messages not known yet are taken in. Default: from the last cursor without gap. */
  async pull(range: { after?: number; limit?: number } = {}): Promise<QueryAnswer<PullBody>> {
    const answer = await this.hub.pull({ ...range, after: range.after ?? this.#inbox.cursor });
    for (const { message, cursor, late } of answer.body?.messages ?? [])
      this.#receiver.take(message, cursor, late);
    return answer;
  }

  /** Delivery state of this seat at the hub, for the drain barrier. */
  deliveries() {
    return this.straight.deliveries();
  }

  /** Ledger entry of a movement at the hub. */
  query(reference: string) {
    return this.hub.movement(reference);
  }

  /** Register entry of a guarantee at the hub. */
  guarantee(reference: string) {
    return this.hub.guarantee(reference);
  }

  referenceData() {
    return this.hub.referenceData();
  }

  /** Capabilities of the hub. */
  capabilities() {
    return this.hub.capabilities();
  }

  /** Messages received, each once in effect, by conversation and type (name or wire code). */
  received(conversation?: string, messageType?: string): ReceivedMessage[] {
    return this.#inbox.of(conversation, messageType);
  }

  /** The first matching message, here or to come within the time (milliseconds); undefined when none came. */
  next(matches: ReceivedFilter, withinMs: number): Promise<ReceivedMessage | undefined> {
    return this.#inbox.next(matches, withinMs);
  }

  /** Messages received in all; highest cursor without gap. */
  get inboxState(): { readonly count: number; readonly cursor: number } {
    return { count: this.#inbox.count, cursor: this.#inbox.cursor };
  }

  /** What this seat itself knows of a movement. */
  book(reference: string): BookEntry | undefined {
    return this.#book.entry(reference);
  }

  /** Whether a declarant may register at this seat (P18); nobody else is told. */
  declarant(declarant: Pick<Trader, 'name' | 'taxId'>): DeclarantStatus {
    const entries = this.#book.references().flatMap((reference) => this.#book.entry(reference) ?? []);
    return declarantStatus(entries, declarant, this.#options.clock.now());
  }

  /** Stops listening: callers are refused. */
  async goAway(): Promise<void> {
    await this.#server?.goAway();
  }

  /** Listens again, on the same port. */
  async comeBack(): Promise<void> {
    await this.#server?.comeBack();
  }

  /** Treats the next deliveries badly: all, or those about one movement. */
  misbehave(what: Misbehaviour, times = 1, about?: string): void {
    this.#plan.order(what, times, about);
  }

  /** Treats deliveries well again. */
  behave(): void {
    this.#plan.clear();
  }

  /** A backup of all that this seat holds: what it received, sent, booked and counted. */
  backUp(): SeatBackup {
    const parts = [this.#book, this.#inbox, this.#outbox, this.#receiver, this.#composer.numbering];
    return backUpOf(this.#inbox.cursor, parts);
  }

  /** Forgets all that happened since the backup. What is under way with the hub goes on. */
  restore(backup: SeatBackup): void {
    backup.putBack();
  }

  /** No automatic answers about this movement: the scenario answers by hand. */
  silence(reference: string): void {
    this.#silenced.add(reference);
  }

  /** Waits until all automatic answers under way have left. */
  async settled(): Promise<void> {
    while (this.#background.size > 0) await Promise.all(this.#background);
  }

  /** Closes every connection at once. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#inbox.close();
    await this.#server?.[Symbol.asyncDispose]();
    await this.#reach[Symbol.asyncDispose]();
    await this.settled();
  }

  #accept(received: ReceivedMessage): void {
    const { message, name, at, late } = received;
    this.#book.add({ message, name, receivedAt: at, late });
    this.#reference?.learn(message);
    if (name === 'FunctionalError') this.#outbox.takeBack(message.payload['relatesTo']);
    this.#inbox.add(received);
    if (this.autoAnswer) this.#reply(received);
  }

  #reply(received: ReceivedMessage): void {
    const { country } = this;
    const desk = {
      country,
      book: this.#book,
      reference: this.#reference,
      silenced: this.#silenced,
      magic: this.#magic,
    };
    const replies = replyTo(received, { ...desk, now: this.#options.clock.now() });
    if (replies.length === 0) return;
    // After the acknowledgement has left: a hub may not know the request before.
    const sending = new Promise((resolve) => setImmediate(resolve)).then(async () => {
      for (const { name, payload, options } of replies) await this.send(name, payload, options);
    });
    this.#background.add(sending);
    void sending.finally(() => this.#background.delete(sending));
  }
}
