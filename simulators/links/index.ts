// The link

export type {
  Address,
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

export { faultNamed, faultNames } from './faults/faults.ts';
