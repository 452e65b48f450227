import { connect, type MqttClient } from 'mqtt';
import type { ListenerAddress } from '../../devices/link.ts';
import { reportsTopic } from '../../protocols/mqtt/payload.ts';
import type { FleetLink, LinkOwner } from './fleet-link.ts';

const CONNECT_WITHIN_MS = 10_000;

/** The MQTT client of one device: publications of quality 1, each confirmed by the broker. */
export class MqttLink implements FleetLink {
  readonly #client: MqttClient;
  readonly #owner: LinkOwner;
  #code = 'closed';

  constructor({ host, port }: ListenerAddress, owner: LinkOwner, localAddress: string | undefined) {
    const client = connect(`mqtt://${host.includes(':') ? `[${host}]` : host}:${port}`, {
      clientId: owner.id,
      reconnectPeriod: 0,
      connectTimeout: CONNECT_WITHIN_MS,
      queueQoSZero: false,
      ...(localAddress !== undefined && { localAddress }),
    });
    client.once('connect', () => owner.linkOpened(this));
    client.on('error', (error) => {
      const { code = 'closed' } = error as { code?: string | number };
      // A number is the broker's: it refuses the CONNECT.
      this.#code = typeof code === 'number' ? 'refused' : code;
    });
    client.once('close', () => owner.linkGone(this, this.#code));
    this.#client = client;
    this.#owner = owner;
  }

  write(bytes: Buffer): void {
    this.#client.publish(reportsTopic(this.#owner.id), bytes, { qos: 1 }, (error) => {
      if (!error) this.#owner.linkConfirmed(this);
    });
  }

  end(): void {
    this.#client.end();
  }

  drop(): void {
    this.#client.end(true);
  }
}
