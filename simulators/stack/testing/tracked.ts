import { randomInt, randomUUID } from 'node:crypto';
import type { Movement } from '../../../fixtures/movements/movement.ts';
import type { Message } from '../../../profile/messages/message.ts';
import { newMovement } from './journey.ts';
import { type Answer, Seat } from './seat.ts';
import { StackProcess } from './stack-process.ts';

const SEATS = ['TG', 'BF', 'ML', 'NE', 'TRK-NE', 'TRK-ML'];
const MINUTE = 60_000;

/** What names a movement. */
interface About {
  readonly reference: string;
}

/** A device id that no stack has seen. */
export const newDevice = (): string => `FICTIF-${randomInt(1e9, 1e10 - 1)}`;

/** A stack, the countries, and the platforms of Niger and Mali, which do not run in it. For tests. */
export class Tracked {
  readonly #stack: StackProcess;
  readonly #seats: ReadonlyMap<string, Seat>;
  readonly #counts = new Map<string, number>();

  private constructor(stack: StackProcess, seats: ReadonlyMap<string, Seat>) {
    this.#stack = stack;
    this.#seats = seats;
  }

  static async start(): Promise<Tracked> {
    const stack = await StackProcess.start();
    const seats = await Promise.all(
      SEATS.map(async (name) => [name, await Seat.start(name, stack.url)] as const),
    );
    return new Tracked(stack, new Map(seats));
  }

  seat(name: string): Seat {
    const seat = this.#seats.get(name);
    if (!seat) throw new Error(`no seat ${name}`);
    return seat;
  }

  /** A movement from Lomé to Ouagadougou that was released. */
  async departed(): Promise<Movement> {
    const movement = newMovement();
    const seat = this.seat('TG');
    await seat.send('TransitNotice', movement.notice, { movementVersion: 1 });
    await seat.send('DepartureRelease', movement.release, { movementVersion: 2 });
    return movement;
  }

  /** What an office does with a device; by default Lomé attaches one of TRK-NE to the truck, right after the release. */
  assign(
    movement: Movement,
    deviceId: string,
    changes: Record<string, unknown> = {},
  ): Promise<{ message: Message; answer: Answer }> {
    const payload = {
      transitReference: movement.reference,
      action: 'ATTACH',
      platform: 'TRK-NE',
      deviceId,
      plate: movement.notice.vehicle.plate,
      at: at(movement, 0),
      office: movement.release.office,
      ...changes,
    };
    const sender = payload.office.slice(0, 2);
    const key = `${sender} ${movement.reference}`;
    const originSeq = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, originSeq);
    return this.seat(sender).send('DeviceAssignment', payload, { originSeq });
  }

  /** What a platform tells of a truck; by default TRK-NE a position in Togo, ten minutes after the release. */
  tell(
    movement: About & Pick<Movement, 'release'>,
    deviceId: string,
    changes: Record<string, unknown> = {},
    sender = 'TRK-NE',
  ): Promise<{ message: Message; answer: Answer }> {
    const payload = {
      transitReference: movement.reference,
      eventId: randomUUID(),
      platform: 'TRK-NE',
      deviceId,
      deviceSeq: 1,
      kind: 'POSITION',
      recordedAt: at(movement, 10),
      receivedAt: at(movement, 10),
      position: { latitudeDeg: 8.98, longitudeDeg: 1.13 },
      territory: 'TG',
      gnss: 'FIX',
      stored: false,
      ...changes,
    };
    return this.seat(sender).send('TrackingEvent', payload, { recipient: 'territory' });
  }

  /** Messages of a type about a movement that were ever queued for a seat. */
  async queued(name: string, messageType: string, { reference }: About): Promise<Message[]> {
    const messages: Message[] = [];
    for (let after = 0, more = true; more; ) {
      const path = `/v0/participants/${name}/messages?after=${after}`;
      const { body } = await this.seat(name).request('GET', path);
      messages.push(...body.messages.map(({ message }: { message: Message }) => message));
      ({ next: after, more } = body);
    }
    return messages.filter(
      (message) => message.messageType === messageType && message.payload['transitReference'] === reference,
    );
  }

  /** The seats for which a message was queued. */
  async told({ messageId, messageType, payload }: Message): Promise<string[]> {
    const movement = { reference: String(payload['transitReference']) };
    const found: string[] = [];
    for (const name of SEATS)
      for (const message of await this.queued(name, messageType, movement))
        if (message.messageId === messageId) found.push(name);
    return found;
  }

  /** Code and pointer of the functional error about a message; null when it was not refused. */
  async refusal({ messageId, sender, payload }: Message): Promise<[code: string, pointer: string] | null> {
    const movement = { reference: String(payload['transitReference']) };
    const errors = await this.queued(sender, 'AT92', movement);
    const error = errors.find(({ correlationId }) => correlationId === messageId);
    const [finding] = (error?.payload['findings'] ?? []) as { code: string; pointer: string }[];
    return finding ? [finding.code, finding.pointer] : null;
  }

  async state({ reference }: Movement): Promise<string> {
    return (await this.seat('TG').request('GET', `/v0/movements/${reference}`)).body.state;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const seat of this.#seats.values()) await seat[Symbol.asyncDispose]();
    await this.#stack[Symbol.asyncDispose]();
  }
}

/** An instant so many minutes after the release of a movement. */
export const at = ({ release }: Pick<Movement, 'release'>, minutes: number): string =>
  new Date(Date.parse(release.releasedAt) + minutes * MINUTE).toISOString();
