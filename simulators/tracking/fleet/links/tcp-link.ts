import net from 'node:net';
import type { ListenerAddress } from '../../devices/link.ts';
import type { FleetLink, LinkOwner } from './fleet-link.ts';

/** Read by one socket at a time, and empty again before the next: no device has a buffer of its own. */
const READ_BUFFER = Buffer.allocUnsafeSlow(65_536);

/** A TCP connection of one device. */
export class TcpLink implements FleetLink {
  readonly #socket: net.Socket;
  #code = 'closed';

  constructor({ host, port }: ListenerAddress, owner: LinkOwner, localAddress: string | undefined) {
    const socket = net.connect({
      host,
      port,
      noDelay: true,
      ...(localAddress !== undefined && { localAddress }),
      onread: {
        buffer: READ_BUFFER,
        callback: (length, buffer) => {
          owner.linkBytes(this, Buffer.from(buffer.buffer, buffer.byteOffset, length));
          return true;
        },
      },
    });
    socket.once('connect', () => owner.linkOpened(this));
    socket.on('error', ({ code }: NodeJS.ErrnoException) => {
      this.#code = code ?? 'closed';
    });
    socket.once('close', () => owner.linkGone(this, this.#code));
    this.#socket = socket;
  }

  write(bytes: Buffer): void {
    this.#socket.write(bytes);
  }

  end(): void {
    this.#socket.destroySoon();
  }

  drop(): void {
    this.#socket.destroy();
  }
}
