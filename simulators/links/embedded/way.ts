import type { Socket } from 'node:net';
import type { Piece, Shape } from '../link.ts';
import { Stage } from './stage.ts';

/** Bytes kept on one way before its source has to wait. */
const KEPT_BYTES = 1024 * 1024;
const NOTHING = Buffer.alloc(0);

/** One way of one connection: bytes go through as they come, or through one stage after the other, as faults let them. */
export class OneWay {
  readonly #from: Socket;
  readonly #to: Socket;
  readonly #reset: () => void;
  /** In the order in which their faults began. */
  readonly #stages: Stage[] = [];

  /** @param reset throws both ends out */
  constructor(from: Socket, to: Socket, reset: () => void) {
    this.#from = from;
    this.#to = to;
    this.#reset = reset;
    from.on('data', (bytes: Buffer) => {
      if (this.#stages.length > 0) this.#take({ bytes, at: performance.now() });
      else if (!to.write(bytes)) from.pause();
    });
    from.on('end', () => this.#take({ bytes: NOTHING, at: performance.now(), ends: true }));
    // The source is gone for good: after an orderly end what waits is still sent, after a broken one nothing.
    from.on('close', () => (from.readableEnded ? undefined : this.#forget()));
    to.on('close', () => this.#forget());
    to.on('drain', () => this.#resume());
  }

  /** Bytes go through this too, behind the faults that are there already. */
  bend(fault: object, shape: Shape): void {
    const stage: Stage = new Stage(
      fault,
      shape,
      (piece) => this.#pass(piece, this.#stages.indexOf(stage) + 1),
      this.#reset,
    );
    this.#stages.push(stage);
  }

  /** What this fault delays goes on at once; what others delay is none of its business. */
  straighten(fault: object): void {
    const place = this.#stages.findIndex((stage) => stage.fault === fault);
    const [stage] = place < 0 ? [] : this.#stages.splice(place, 1);
    const at = performance.now();
    for (const piece of stage?.leave() ?? []) this.#pass({ ...piece, at }, place);
  }

  #take(piece: Piece): void {
    this.#pass(piece, 0);
    if (this.#waitingBytes > KEPT_BYTES) this.#from.pause();
  }

  /** On to the stage at this place, or out. */
  #pass(piece: Piece, place: number): void {
    const stage = this.#stages[place];
    if (stage) stage.take(piece);
    else this.#send(piece);
  }

  #send({ bytes, ends }: Piece): void {
    if (ends) this.#to.end();
    else if (this.#to.writable && !this.#to.write(bytes)) this.#from.pause();
    else if (this.#from.isPaused()) this.#resume();
  }

  get #waitingBytes(): number {
    return this.#stages.reduce((sum, { waitingBytes }) => sum + waitingBytes, 0);
  }

  #resume(): void {
    if (this.#waitingBytes <= KEPT_BYTES && !this.#to.writableNeedDrain) this.#from.resume();
  }

  #forget(): void {
    for (const stage of this.#stages) stage.leave();
  }
}
