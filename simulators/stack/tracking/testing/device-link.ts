import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A device's end of a TCP connection: sends bytes, keeps what comes back. For tests. */
export class DeviceLink {
  readonly socket: Socket;
  #got = Buffer.alloc(0);
  #wake: (() => void)[] = [];

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (chunk) => {
      this.#got = Buffer.concat([this.#got, chunk]);
      this.#call();
    });
    socket.on('close', () => this.#call());
    socket.on('error', () => undefined); // seen as closed
  }

  static async to(port: number): Promise<DeviceLink> {
    const socket = connect({ host: '127.0.0.1', port });
    await once(socket, 'connect');
    return new DeviceLink(socket);
  }

  send(bytes: Buffer): void {
    this.socket.write(bytes);
  }

  /** The next bytes that come back, waited for; fails when the connection ends first. */
  async answer(length: number): Promise<Buffer> {
    await this.#until(() => this.#got.length >= length || this.socket.destroyed);
    if (this.#got.length < length) throw new Error(`closed with ${this.#got.toString('hex')}`);
    const answer = this.#got.subarray(0, length);
    this.#got = this.#got.subarray(length);
    return answer;
  }

  /** Ends when the other side has cut the connection. */
  async cut(): Promise<void> {
    await this.#until(() => this.socket.destroyed);
  }

  close(): void {
    this.socket.destroy();
  }

  async #until(probe: () => boolean): Promise<void> {
    while (!probe()) await new Promise<void>((resolve) => this.#wake.push(resolve));
  }

  #call(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }
}
