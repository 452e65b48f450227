import type { ListenerAddress } from '../../devices/link.ts';

/** What a device of a fleet speaks through. */
export interface FleetLink {
  write(bytes: Buffer): void;
  /** Leaves with a farewell. */
  end(): void;
  /** Cuts it; nothing is told afterwards. */
  drop(): void;
}

/** Who owns a link, and is told what happens to it. Bytes are valid during the call only. */
export interface LinkOwner {
  readonly id: string;
  linkOpened(link: FleetLink): void;
  linkBytes(link: FleetLink, bytes: Buffer): void;
  /** A publication was confirmed: MQTT answers without bytes. */
  linkConfirmed(link: FleetLink): void;
  /** It is gone, or never came about; code of the platform, e.g. `ECONNREFUSED`, `closed`; `refused`: by an answer. */
  linkGone(link: FleetLink, code: string): void;
}

/** Begins to connect; what becomes of it is told to the owner, never thrown. The host is an address: no device looks it up. */
export type OpenFleetLink = (
  address: ListenerAddress,
  owner: LinkOwner,
  localAddress: string | undefined,
) => FleetLink;
