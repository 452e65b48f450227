import type { Protocol, ProtocolName } from './protocol.ts';

/** One row for each protocol, loaded when it is asked for: a command that needs one does not wait for six. */
const loaders: { readonly [Name in ProtocolName]: () => Promise<Protocol> } = {
  jointech: async () => (await import('./jointech/jointech.ts')).jointech,
  teltonika: async () => (await import('./teltonika/teltonika.ts')).teltonika,
  jt808: async () => (await import('./jt808/jt808.ts')).jt808,
  gt06: async () => (await import('./gt06/gt06.ts')).gt06,
  osmand: async () => (await import('./osmand/osmand.ts')).osmand,
  mqtt: async () => (await import('./mqtt/mqtt.ts')).mqtt,
};

/**
 * The codec of a protocol, by its name on the command line and in `decode`.
 * @source assumption
 */
export const loadProtocol = (name: ProtocolName): Promise<Protocol> => loaders[name]();
