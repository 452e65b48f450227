import type { Pool } from 'undici';
import type { Alarm } from '../clock/stack-clock.ts';
import { type AttemptResult, attempt, headersOf, LANES, openConnections } from './attempt.ts';
import type { Delivery } from './delivery.ts';
import { Line } from './line.ts';
import type { OutboxContext } from './outbox.ts';
import { pauseMs } from './retry.ts';

/**
 * The deliveries to one seat. Under one key (movement) they go one after the other; different keys go side by
 * side. The database is the truth; this is its shadow for speed.
 */
export class RecipientQueue {
  readonly #recipient: string;
  readonly #context: OutboxContext;
  readonly #lines = new Map<string, Line>();
  /** In order; each line once. */
  readonly #ready = new Set<Line>();
  #baseUrl: string | null = null;
  #connections: Pool | undefined;
  #running = 0;
  #waiting = 0;
  #suspension: Alarm | undefined;
  #confirmed = 0;
  #idlers: (() => void)[] = [];
  #closed = false;

  constructor(recipient: string, context: OutboxContext) {
    this.#recipient = recipient;
    this.#context = context;
  }

  /** Where the seat listens; all that waits is tried there at once. */
  moveTo(baseUrl: string): void {
    if (baseUrl !== this.#baseUrl) {
      void this.#connections?.close();
      this.#connections = openConnections(baseUrl);
      this.#baseUrl = baseUrl;
    }
    this.wake();
  }

  add(delivery: Delivery): void {
    const { orderKey, recipient, messageType, cursor } = delivery;
    const { waiting } = this;
    const key = this.#context.hooks.onOrderKey(orderKey, { recipient, messageType, cursor, waiting });
    const line = this.#lines.get(key) ?? new Line(key);
    this.#lines.set(key, line);
    line.add(delivery);
    this.#waiting += 1;
    if (line.first === delivery) this.#schedule(line);
    this.#pump();
  }

  /** Deliveries in all lines, those under way among them. */
  get waiting(): number {
    return this.#waiting;
  }

  /** The seat has all up to here, by its own word. */
  get confirmed(): number {
    return this.#confirmed;
  }

  /** The seat has all up to the cursor, by its own word. */
  confirm(cursor: number): void {
    this.#confirmed = Math.max(this.#confirmed, cursor);
    for (const line of this.#lines.values()) {
      this.#waiting -= line.confirm(cursor);
      if (!line.busy) this.#schedule(line);
    }
    this.#pump();
  }

  /** Tries at once whatever waits for its next attempt. */
  wake(): void {
    for (const line of this.#lines.values()) {
      const { first } = line;
      if (line.busy || !first) continue;
      first.nextAttemptAt = null;
      this.#schedule(line);
    }
    this.#pump();
  }

  /** Ends when no attempt to this seat is under way. */
  idle(): Promise<void> {
    if (this.#running === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idlers.push(resolve));
  }

  close(): void {
    this.#closed = true;
    this.#suspension?.cancel();
    for (const line of this.#lines.values()) line.alarm?.cancel();
    void this.#connections?.destroy();
  }

  /** Puts a line where its first delivery belongs: among the ready ones, asleep until its instant, or away. */
  #schedule(line: Line): void {
    line.alarm?.cancel();
    line.alarm = undefined;
    const { first } = line;
    if (!first) {
      this.#lines.delete(line.key);
      return;
    }
    const { clock } = this.#context;
    const deadAt = this.#deadline(first);
    const dueAt = first.nextAttemptAt ?? 0;
    const hopeless = deadAt !== null && dueAt >= deadAt;
    if (!hopeless && dueAt <= clock.now()) this.#ready.add(line);
    else {
      const at = hopeless ? Math.max(deadAt, line.restsUntil) : dueAt;
      line.alarm = clock.at(at, () => this.#awake(line, first));
    }
  }

  /** The clock may have been moved over several instants: then the dead letter counts, not one more attempt. */
  async #awake(line: Line, first: Delivery): Promise<void> {
    const deadAt = this.#deadline(first);
    if (deadAt !== null && this.#context.clock.now() >= deadAt) await this.#bury(line, first);
    if (!line.busy) this.#schedule(line);
    this.#pump();
  }

  /** Announced unavailability does not count; when it is longer than was known, the alarm finds a later deadline. */
  #deadline({ firstAttemptAt }: Delivery): number | null {
    if (firstAttemptAt === null) return null;
    const { clock, limits, suspendedMs } = this.#context;
    return firstAttemptAt + limits.slowRetryMs + suspendedMs(this.#recipient, firstAttemptAt, clock.now());
  }

  #pump(): void {
    for (const line of this.#ready) {
      if (this.#closed || this.#running >= LANES || !this.#mayTry()) return;
      this.#ready.delete(line);
      const { first } = line;
      if (!first || line.busy) continue;
      line.busy = true;
      this.#running += 1;
      void this.#try(line, first);
    }
  }

  /** No attempt without an address, nor during an announced unavailability. */
  #mayTry(): boolean {
    if (this.#baseUrl === null) return false;
    const until = this.#context.unavailableUntil(this.#recipient);
    if (until === null) return true;
    this.#suspension?.cancel();
    if (Number.isFinite(until)) this.#suspension = this.#context.clock.at(until, () => this.#pump());
    return false;
  }

  async #try(line: Line, delivery: Delivery): Promise<void> {
    const { clock, hooks, limits, log } = this.#context;
    try {
      delivery.firstAttemptAt ??= clock.now();
      const { recipient, messageType } = delivery;
      const trial = { recipient, messageType, attempt: delivery.attempts + 1 };
      const result = await hooks.onAttempt(() => this.#attempt(delivery), trial)();
      delivery.attempts += 1;
      const { attempts } = delivery;
      const honest = result.ended ? 'ended' : 'again';
      const { status } = result;
      const outcome = hooks.onDelivered(honest, { recipient, messageType, status, attempt: attempts });
      if (this.#closed) return;
      if (outcome === 'ended' || delivery.cursor <= this.#confirmed) this.#end(line, delivery);
      else if (outcome === 'dead') await this.#bury(line, delivery);
      else {
        const elapsedMs = clock.now() - delivery.firstAttemptAt;
        const waitMs = hooks.onRetry(pauseMs(attempts, elapsedMs, limits), {
          recipient,
          attempts,
          elapsedMs,
        });
        delivery.nextAttemptAt = clock.now() + waitMs;
        await this.#context.failed(delivery, result.reason);
      }
    } catch (error) {
      log.error({ err: error }, 'Failed to record a delivery; trying again in a second.');
      delivery.nextAttemptAt = clock.now() + 1000;
    } finally {
      this.#running -= 1;
      line.busy = false;
      if (!this.#closed) this.#schedule(line);
      this.#pump();
      if (this.#running === 0) for (const resolve of this.#idlers.splice(0)) resolve();
    }
  }

  async #attempt(delivery: Delivery): Promise<AttemptResult> {
    const { clock, hooks, bytesOf, acknowledgementMs } = this.#context;
    const [connections, baseUrl] = [this.#connections, this.#baseUrl];
    if (!connections || baseUrl === null) return { status: null, ended: false, reason: 'no address' };
    const { recipient, messageType, messageId } = delivery;
    const bytes = delivery.bytes ?? (await bytesOf(delivery));
    const request = hooks.onDelivery({ recipient, messageType, headers: headersOf(delivery), bytes });
    return attempt(connections, baseUrl, request, messageId, clock, acknowledgementMs);
  }

  #end(line: Line, delivery: Delivery): void {
    this.#waiting -= line.remove(delivery);
    this.#context.ended(delivery);
  }

  async #bury(line: Line, delivery: Delivery): Promise<void> {
    const { hooks, log, clock, bury } = this.#context;
    const { recipient, messageType, attempts: attempt } = delivery;
    const outcome = hooks.onDelivered('dead', { recipient, messageType, status: null, attempt });
    if (outcome === 'ended') return this.#end(line, delivery);
    try {
      await bury(delivery);
      this.#waiting -= line.remove(delivery);
    } catch (error) {
      log.error({ err: error }, 'Failed to record a dead letter; trying again in a second.');
      line.restsUntil = clock.now() + 1000;
      delivery.nextAttemptAt = line.restsUntil;
    }
  }
}
