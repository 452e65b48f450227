import type { Protocol } from '../../../tracking/protocols/protocol.ts';
import type { Listener, ListenerParts } from './listener.ts';

export type Transport = 'tcp' | 'udp' | 'http' | 'mqtt';

/** A protocol on a transport. Code is loaded when a listener opens: a stack without trackers pays nothing. */
export interface Spoken {
  readonly protocol: string;
  readonly transport: Transport;
  /** A device of this protocol is never silent for longer while it is connected, ms. */
  readonly idleMs: number;
  load(): Promise<Protocol>;
  open(parts: ListenerParts): Promise<Listener>;
}

const MINUTE = 60_000;

const overTcp = async (parts: ListenerParts): Promise<Listener> =>
  (await import('./tcp-listener.ts')).openTcpListener(parts);
const overUdp = async (parts: ListenerParts): Promise<Listener> =>
  (await import('./udp-listener.ts')).openUdpListener(parts);

const teltonika = async (): Promise<Protocol> =>
  (await import('../../../tracking/protocols/teltonika/teltonika.ts')).teltonika;

/**
 * All that the platforms listen to; each protocol on its own port.
 * @source idle times: three times the longest interval of the vendors' rules (tracking notes, sections 2 to 5)
 */
export const spoken: readonly Spoken[] = [
  { protocol: 'teltonika', transport: 'tcp', idleMs: 90 * MINUTE, load: teltonika, open: overTcp },
  { protocol: 'teltonika', transport: 'udp', idleMs: 90 * MINUTE, load: teltonika, open: overUdp },
];
