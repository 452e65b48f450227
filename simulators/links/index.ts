// The link

export { addressOf, atAddress, originOf } from './address.ts';
export { inTurn } from './in-turn.ts';
export type {
  Address,
  FaultDefinition,
  Link,
  LinkEvent,
  LinkFault,
  LinkOptions,
  RunningFault,
  StreamEngineFactory,
} from './link.ts';
export { LinkError } from './link-error.ts';
export { openLink } from './open-link.ts';

// What may befall it

export { allFaults, faultNamed, faultNames, readFault } from './faults/faults.ts';

// Toxiproxy

export { builtToxiproxy, findToxiproxy } from './toxiproxy/find-toxiproxy.ts';
export type { ProxyOwners } from './toxiproxy/proxy-owner.ts';
export { ToxiproxyApi } from './toxiproxy/toxiproxy-api.ts';
export { byToxiproxy } from './toxiproxy/toxiproxy-engine.ts';
export { Toxiproxy } from './toxiproxy/toxiproxy-server.ts';
