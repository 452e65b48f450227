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
/** A proxy may carry the requests of many telephones over one connection. @source RFC 9110, section 3.3 */
const overHttp = async (parts: ListenerParts): Promise<Listener> =>
  (await import('./tcp-listener.ts')).openTcpListener(parts, true);
const overUdp = async (parts: ListenerParts): Promise<Listener> =>
  (await import('./udp-listener.ts')).openUdpListener(parts);

const overMqtt = async (parts: ListenerParts): Promise<Listener> =>
  (await import('./mqtt-listener.ts')).openMqttListener(parts);

const jointech = async (): Promise<Protocol> =>
  (await import('../../../tracking/protocols/jointech/jointech.ts')).jointech;
const teltonika = async (): Promise<Protocol> =>
  (await import('../../../tracking/protocols/teltonika/teltonika.ts')).teltonika;
const jt808 = async (): Promise<Protocol> =>
  (await import('../../../tracking/protocols/jt808/jt808.ts')).jt808;
const gt06 = async (): Promise<Protocol> => (await import('../../../tracking/protocols/gt06/gt06.ts')).gt06;
const osmand = async (): Promise<Protocol> =>
  (await import('../../../tracking/protocols/osmand/osmand.ts')).osmand;
const mqtt = async (): Promise<Protocol> => (await import('../../../tracking/protocols/mqtt/mqtt.ts')).mqtt;

/**
 * All that the platforms listen to; each protocol and transport on its own port.
 * @source idle times: three times the longest interval of the vendors' rules (tracking notes, sections 2 to 5); a broker keeps
 * the interval that the device names
 */
export const spoken: readonly Spoken[] = [
  { protocol: 'jointech', transport: 'tcp', idleMs: 90 * MINUTE, load: jointech, open: overTcp },
  { protocol: 'teltonika', transport: 'tcp', idleMs: 90 * MINUTE, load: teltonika, open: overTcp },
  { protocol: 'teltonika', transport: 'udp', idleMs: 90 * MINUTE, load: teltonika, open: overUdp },
  { protocol: 'jt808', transport: 'tcp', idleMs: 15 * MINUTE, load: jt808, open: overTcp },
  { protocol: 'gt06', transport: 'tcp', idleMs: 15 * MINUTE, load: gt06, open: overTcp },
  { protocol: 'osmand', transport: 'http', idleMs: MINUTE, load: osmand, open: overHttp },
  { protocol: 'mqtt', transport: 'mqtt', idleMs: 90 * MINUTE, load: mqtt, open: overMqtt },
];
