import type { ProtocolName } from '../protocols/protocol.ts';
import type { Dialect } from './dialect.ts';

/** One row for each protocol, loaded when it is asked for. */
const loaders: { readonly [Name in ProtocolName]: () => Promise<Dialect> } = {
  jointech: async () => (await import('./jointech.ts')).jointechDialect,
  teltonika: async () => (await import('./teltonika.ts')).teltonikaDialect,
  jt808: async () => (await import('./jt808.ts')).jt808Dialect,
  gt06: async () => (await import('./gt06.ts')).gt06Dialect,
  osmand: async () => (await import('./osmand.ts')).osmandDialect,
  mqtt: async () => (await import('./mqtt.ts')).mqttDialect,
};

/**
 * How a device of a protocol talks, by the name of the protocol.
 * @source assumption
 */
export const loadDialect = (name: ProtocolName): Promise<Dialect> => loaders[name]();
