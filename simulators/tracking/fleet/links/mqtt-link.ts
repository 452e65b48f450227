import { connect, type MqttClient } from 'mqtt';
import type { FleetAddress, FleetLink, LinkOwner } from './fleet-link.ts';

const CONNECT_WITHIN_MS = 10_000;

/** The MQTT client of one device: publications of quality 1, each confirmed by the broker. */
export class MqttLink implements FleetLink {
  readonly #client: MqttClient;
  readonly #owner: LinkOwner;
  #code = 'closed';

  constructor({ host, port }: FleetAddress, owner: LinkOwner, localAddress: string | undefined) {
    const client = connect(`mqtt://${host.includes(':') ? `[${host}]` : host}:${port}`, {
      clientId: owner.id,
      reconnectPeriod: 0,
      connectTimeout: CONNECT_WITHIN_MS,
      queueQoSZero: false,
      ...(localAddress !== undefined && { localAddress }),
    });
    client.once('connect', () => owner.linkOpened(this));
    client.on('error', (error) => {
      this.#code = (error as NodeJS.ErrnoException).code?.toString() ?? 'closed';
    });
    client.once('close', () => owner.linkGone(this, this.#code));
    this.#client = client;
    this.#owner = owner;
  }

  /** The topic is that of `devices/link.ts`. */
  write(bytes: Buffer): void {
    this.#client.publish(`corridor/trackers/${this.#owner.id}/reports`, bytes, { qos: 1 }, (error) => {
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
