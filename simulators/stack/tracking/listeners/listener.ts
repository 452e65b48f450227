import type { Protocol } from '../../../tracking/protocols/protocol.ts';
import type { Hooks } from '../../hooks.ts';
import type { ReceptionDesk } from '../reception.ts';
import type { ListenerLimits } from './limits.ts';

/** What a listener is opened with. */
export interface ListenerParts {
  readonly platform: string;
  readonly protocol: Protocol;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly desk: ReceptionDesk;
  readonly hooks: Hooks;
  readonly limits: ListenerLimits;
  /** A connection without a byte for this long is cut, ms. */
  readonly idleMs: number;
}

/** Where devices of one protocol are heard. */
export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}
