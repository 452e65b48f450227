import type { AlertCode } from '../../../profile/tracking/alert-mapping.ts';
import type { LockState } from '../protocols/protocol.ts';
import type { DeviceEvent } from './truck.ts';

/** The electronic seal of a device: armed at departure, opened by an officer, cut, forced, taken off. @source tracking notes, section 10.10 */
export class Seal {
  lock: LockState = 'UNLOCKED';
  /** Opened by card or password. */
  isAuthorised = false;

  /**
   * What the seal makes of an event.
   * @returns the alert that the device gives at once; null: it reports its new state; undefined: the seal does not see it
   */
  meets(event: DeviceEvent): AlertCode | null | undefined {
    switch (event.what) {
      case 'attached':
        return this.#become('UNLOCKED', false, null);
      case 'armed':
      case 'closed-by-officer':
        return this.#become('LOCKED', false, null);
      case 'opened-by-officer':
        return this.#become('UNLOCKED', true, 'SEAL_OPEN');
      case 'lock':
        return this.#handled(event.becomes);
      case 'door':
        return event.open ? 'DOOR_OPEN' : null;
      default:
        return undefined;
    }
  }

  #handled(becomes: 'locked' | 'opened' | 'cut' | 'tampered'): AlertCode | null {
    if (becomes === 'cut') return this.#become('CUT', false, 'LOCK_CUT');
    if (becomes === 'opened') return this.#become('UNLOCKED', false, 'SEAL_OPEN');
    if (becomes === 'locked') return this.#become('LOCKED', false, null);
    return 'SEAL_TAMPER';
  }

  #become(lock: LockState, isAuthorised: boolean, alert: AlertCode | null): AlertCode | null {
    this.lock = lock;
    this.isAuthorised = isAuthorised;
    return alert;
  }
}
