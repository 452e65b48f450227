// The link

export { addressOf, originOf } from './address.ts';
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

export { byToxiproxy } from './toxiproxy/toxiproxy-engine.ts';
export { Toxiproxy } from './toxiproxy/toxiproxy-server.ts';
