import dgram from 'node:dgram';
import type { ListenerAddress } from '../../devices/link.ts';
import type { FleetLink, LinkOwner } from './fleet-link.ts';

/** The socket of one device that sends datagrams. */
export class UdpLink implements FleetLink {
  readonly #socket: dgram.Socket;

  constructor({ host, port }: ListenerAddress, owner: LinkOwner, localAddress: string | undefined) {
    const socket = dgram.createSocket(host.includes(':') ? 'udp6' : 'udp4');
    socket.on('message', (bytes) => owner.linkBytes(this, bytes));
    socket.on('error', ({ code }: NodeJS.ErrnoException) => owner.linkGone(this, code ?? 'closed'));
    socket.once('connect', () => owner.linkOpened(this));
    socket.bind({ port: 0, ...(localAddress !== undefined && { address: localAddress }) }, () =>
      socket.connect(port, host),
    );
    this.#socket = socket;
  }

  write(bytes: Buffer): void {
    this.#socket.send(bytes);
  }

  end(): void {
    this.drop();
  }

  drop(): void {
    // Closing twice is an error of the platform; a link that is gone may be dropped.
    this.#socket.removeAllListeners().on('error', () => undefined);
    try {
      this.#socket.close();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SOCKET_DGRAM_NOT_RUNNING') throw error;
    }
  }
}
