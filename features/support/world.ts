import { setWorldConstructor, World } from '@cucumber/cucumber';
import { generateMovement, type MovementOverrides } from '../../fixtures/movements/generate-movement.ts';
import type { Movement } from '../../fixtures/movements/movement.ts';
import { createRandom, hashText, type Random } from '../../fixtures/random.ts';
import type { Message } from '../../profile/messages/message.ts';
import { type MessageName, messages } from '../../profile/messages/messages.ts';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { FINDING_MEDIA_TYPE, type JudgedFinding } from '../../reports/evidence/run.ts';
import type {
  CustomsSystem,
  EnvelopeOptions,
  HubAnswer,
  Submission,
} from '../../simulators/customs/index.ts';
import type { Observation } from '../checks/check.ts';
import { refusalsOfLegal } from '../checks/message-accepted.ts';
import { drain } from './drain.ts';
import type { Environment } from './environment.ts';
import { HarnessError, InconclusiveError, NonConformityError, NotApplicableError } from './errors.ts';
import { allFindingsOf } from './judging.ts';
import type { QueueBefore } from './leave-as-found.ts';
import type { SeatLink } from './links/seat-link.ts';
import { ScenarioLinks } from './links.ts';
import { type RunContext, runOf } from './run-context.ts';
import { type Direction, passageOf, type Stage, stepsBetween } from './scenario-movement.ts';
import { insistOnLife, silenceOf, undelivered } from './silence.ts';
import { takeStack } from './take-stack.ts';
import type { ScenarioEnd } from './verdict.ts';

/** A message that a step sent, with what the stack answered. */
export interface Sent {
  readonly message: Message;
  readonly submission: Submission;
}

const SERIALS = 1_000_000;

/** What a scenario has in hand: its movements, the simulated countries, what they recorded, and what it judged. */
export class CorridorWorld extends World<{ run?: string }> {
  readonly run: RunContext = runOf(this.parameters.run);
  environment: Environment = this.run.settings.environment;
  id = '';
  /** Requirements that the scenario cites by its tags. */
  requirements: readonly string[] = [];
  readonly movements: Movement[] = [];
  readonly sent: Sent[] = [];
  /** Everything recorded for this scenario so far. */
  readonly recorded: ExchangeRecord[] = [];
  readonly findings: JudgedFinding[] = [];
  readonly conversations = new Set<string>();
  /** Seats of this scenario alone, by their code: tracking platforms that do not belong to the stack. */
  readonly guests = new Map<string, CustomsSystem>();
  /** Countries that a step made unreachable; the drain barrier does not wait for them. */
  readonly away = new Set<string>();
  /** The network between the seats and the hub, and what befalls it. */
  readonly links = new ScenarioLinks(this);
  /** Nobody else uses the stack: everything that crosses is seen. */
  alone = false;
  stopped: ScenarioEnd | undefined;
  firstError: unknown;
  #random: Random | undefined;
  readonly #stages = new Map<string, Stage>();
  readonly #leave = new AsyncDisposableStack();
  readonly #lookers: (() => Promise<unknown>)[] = [];
  #before = new Map<string, QueueBefore>();

  /** Begins: from here on, what is recorded for this scenario is in hand. */
  async open(tags: readonly string[]): Promise<void> {
    const { journal, answerWithinMs } = this.run.settings;
    const exclusive = tags.includes('@exclusif');
    this.#before = await takeStack(this, tags, this.#leave);
    if (this.run.breaker.doubtful) await insistOnLife(this.hub, answerWithinMs);
    const unsubscribe = journal.subscribe((record) => {
      if (record.kind === 'link') return; // the network is no party: nothing of it is judged
      const unclaimed = record.scenario === null && (exclusive || record.kind !== 'deliver');
      if (record.scenario === this.id || unclaimed) this.recorded.push(record);
    });
    this.#leave.defer(() => void unsubscribe());
    this.#leave.use(this.links);
  }

  /** What is to be undone when the scenario ends, before its environment is given back. */
  onClose(undo: () => Promise<unknown>): void {
    this.#leave.defer(async () => void (await undo()));
  }

  /** From now on this records what others than our endpoints saw, whenever the scenario looks. */
  onLook(look: () => Promise<unknown>): void {
    this.#lookers.push(look);
  }

  /** Records what others saw until now. */
  async look(): Promise<void> {
    for (const look of this.#lookers) await look();
  }

  /** Ends: gives back what was lent. */
  async close(): Promise<void> {
    await this.#leave.disposeAsync();
  }

  // Movements

  /** The movement that the scenario speaks of: the last one prepared. */
  get movement(): Movement {
    return (
      this.movements.at(-1) ?? missing('un mouvement', 'Commencez par « Étant donné un mouvement ... ».')
    );
  }

  /** Chance for this scenario alone: from the seed and the scenario's id, whatever runs before it. */
  get random(): Random {
    this.#random ??= createRandom(this.run.settings.seed).fork(this.id);
    return this.#random;
  }

  /** Draws a movement on a corridor; nothing is sent. Its traffic belongs to this scenario from now on. */
  prepare(corridor: string, overrides: MovementOverrides = {}, random?: Random): Movement {
    const { salt, reference } = this.run.settings;
    const nth = this.movements.length;
    const movement = generateMovement({
      random: random ?? this.random.fork(`movement ${nth}`),
      reference,
      corridor,
      salt,
      sequence: this.run.serial(hashText(`${this.id} ${nth}`) % SERIALS),
      now: this.environment.clock.now(),
      overrides: { guaranteeKind: 'fund', ...overrides },
    });
    this.movements.push(movement);
    this.claim(movement.reference);
    this.claim(movement.notice.guarantee.reference);
    return movement;
  }

  /** Puts other payloads in place of some of the current movement, before they are sent. */
  change(changes: Partial<Movement>): Movement {
    const movement = { ...this.movement, ...changes };
    this.movements[this.movements.length - 1] = movement;
    return movement;
  }

  /** Brings the current movement to a stage, message by message, and makes sure that the stack went along. */
  async reach(to: Stage): Promise<void> {
    const { reference } = this.movement;
    const from = this.#stages.get(reference) ?? 'prepared';
    const sent: string[] = [];
    for (const step of stepsBetween(this.movement, from, to))
      sent.push((await this.send(step.from, step.name, step.payload)).message.messageId);
    this.#stages.set(reference, to);
    await this.settle();
    const refused = refusalsOfLegal(this.recorded, sent);
    if (refused.length > 0) this.judge(refused);
  }

  /** The passage of a country on one side of its border, as the journey of this movement has it. */
  passage(country: string, direction: Direction): Movement['passages'][number] {
    const found = passageOf(this.movement, country, direction);
    return found ?? missing(`un passage ${direction} de ${country}`, 'Ce corridor ne passe pas de ce côté.');
  }

  // Seats and messages

  /** Base address of the stack that this scenario talks to. */
  get hub(): string {
    return this.environment.stack.description.hub;
  }

  /** The simulated country; a scenario that needs one played by the real system does not apply. */
  seat(country: string): CustomsSystem {
    const seat = this.environment.seats.get(country) ?? this.guests.get(country);
    if (seat) return seat;
    const seen = `Le système douanier ${country} est sous test : personne ici ne parle pour lui.`;
    throw new NotApplicableError(seen, 'Choisissez une cible où ce pays est simulé.');
  }

  /** Composes a message for a country and sends it. What the stack answers is told, not judged. */
  send(country: string, name: MessageName, payload: object, options?: EnvelopeOptions): Promise<Sent> {
    return this.submit(country, this.seat(country).compose(name, payload, options));
  }

  /** Sends a message as it is, right or wrong. */
  async submit(country: string, message: Message, headers?: Record<string, string>): Promise<Sent> {
    this.claim(message.messageId);
    const seat = this.seat(country);
    const sent = { message, submission: await seat.submit(message, headers) };
    this.sent.push(sent);
    if (this.links.spoils(country)) return sent; // a silence may be that of the link
    const silence = await this.silence(sent.submission);
    if (silence) this.judge(silence);
    return sent;
  }

  /** The link between a simulated country and the hub, both ways; whole until a fault begins. */
  seatLink(country: string): Promise<SeatLink> {
    return this.links.of(country);
  }

  /** What a record of a link belongs to, when no message says it. */
  get linkConversation(): string {
    const conversation = this.movements.at(-1)?.reference ?? this.id;
    this.run.settings.journal.claim(conversation, this.id);
    return conversation;
  }

  /** What to judge of an answer that did not come; see {@link silenceOf}. */
  silence(answer: HubAnswer): Promise<Observation[] | undefined> {
    return silenceOf(this.hub, answer, this.run.settings.answerWithinMs);
  }

  /** Where the queue of a country stood when the scenario began: at nothing, on a stack of its own. */
  queueBefore(country: string): QueueBefore {
    return this.#before.get(country) ?? { lastQueued: 0, deadLetters: 0 };
  }

  /** The last message sent, or the last one of this name. */
  lastSent(name?: MessageName): Sent {
    const wireCode = name && messages[name].wireCode;
    const found = this.sent.findLast(
      ({ message }) => wireCode === undefined || message.messageType === wireCode,
    );
    return found ?? missing(`un message ${name ?? ''} envoyé`, 'Le pas qui envoie doit venir avant.');
  }

  /** From now on traffic that names this conversation belongs to the scenario. */
  claim(conversation: string): void {
    this.conversations.add(conversation);
    this.run.settings.journal.claim(conversation, this.id);
  }

  // Evidence and judgement

  /** All that was recorded once the stack has delivered what it had to: absence can be judged on it. */
  async evidence(): Promise<readonly ExchangeRecord[]> {
    await this.settle();
    return this.recorded;
  }

  /** The same, after one country has consulted the regional ledger about the current movement. */
  async ledger(by: string = this.movement.departureCountry): Promise<readonly ExchangeRecord[]> {
    await this.settle();
    const silence = await this.silence(await this.seat(by).query(this.movement.reference));
    if (silence) this.judge(silence);
    return this.recorded;
  }

  /** Waits at the drain barrier; a stack that keeps messages from seats in reach does not conform. */
  async settle(): Promise<void> {
    const seats = [...this.environment.seats.values(), ...this.guests.values()];
    const inReach = seats.filter(({ country }) => !this.away.has(country));
    await Promise.all(inReach.map((seat) => seat.settled()));
    const state = await drain(inReach, this.run.settings.realClock);
    await this.look();
    if (!state.drained) this.judge(undelivered(state, this.requirements, this.run.settings.journal.all()));
  }

  /** Attaches what a check saw and, if it is not as required, ends the step with `fail`. Call it last in a step. */
  judge(observations: readonly Observation[]): void {
    if (this.run.over === 'interrupted') throw interrupted();
    const findings = allFindingsOf(observations, this.requirements);
    this.findings.push(...findings);
    for (const finding of findings) void this.attach(JSON.stringify(finding), FINDING_MEDIA_TYPE);
    const failed = findings.filter(({ verdict }) => verdict === 'fail');
    if (failed.length > 0) throw new NonConformityError(failed);
  }
}

function missing(what: string, hint: string): never {
  throw new HarnessError('SCENARIO_ORDER', `Il manque au scénario ${what}.`, hint);
}

/** What is seen while connections are being cut is no observation of the target. */
const interrupted = (): InconclusiveError =>
  new InconclusiveError('La campagne a été interrompue pendant ce scénario.', 'Relancez la campagne.');

setWorldConstructor(CorridorWorld);
