import { deviceId as deviceIdSchema } from '../../../profile/identifiers/device-id.ts';
import type { Received } from '../../tracking/protocols/frame-stream.ts';
import {
  type FaultCode,
  type FrameContent,
  FrameError,
  type Protocol,
  type Reception,
  type Session,
} from '../../tracking/protocols/protocol.ts';
import type { StackContext } from '../stack-context.ts';
import type { DeviceKey } from './assignments.ts';
import type { DeviceRegistry } from './device-registry.ts';
import type { TrackedDevice } from './device-table.ts';
import type { Link } from './hooks.ts';
import { type KeptReport, reportsOf } from './kept-report.ts';
import type { RareLog } from './rare-log.ts';
import { type Quota, ReportStore } from './report-store.ts';
import { UnknownReports } from './unknown-reports.ts';

/** A whole frame of a device. */
export type Whole = Extract<Received, { readonly content: FrameContent }>;

/** Who speaks on a connection of one device: it names itself by its first frame that is known, and nobody else from then on. */
export interface Caller {
  deviceId: string | null;
}

/** What became of a frame. */
export interface Taken {
  /** What goes back to the device, in order. */
  readonly answers: readonly Buffer[];
  /** The device, when it is registered. */
  readonly deviceId: string | null;
  /** It may be confirmed, where the transport does that. */
  readonly acknowledged: boolean;
}

/**
 * What a platform makes of a frame, whatever way it came: whose it is, its reports to the store, and the answer, which is given when
 * they are stored.
 */
export class ReceptionDesk {
  readonly #context: StackContext;
  readonly #devices: DeviceRegistry;
  readonly #store: ReportStore;
  readonly #unknown: UnknownReports;
  readonly #log: RareLog;
  #serial = 0;

  /**
   * @param log where is told why a device is not answered
   * @param quota what one device may have waiting for the store
   */
  constructor(context: StackContext, devices: DeviceRegistry, log: RareLog, quota: Quota) {
    this.#context = context;
    this.#devices = devices;
    this.#log = log;
    this.#store = new ReportStore(context, log, quota);
    this.#unknown = new UnknownReports(context.pool, log);
  }

  /**
   * @param current device that logged in on the connection, or null
   * @param caller who speaks on it, where a connection is of one device
   * @throws when the reports could not be stored: the device is not answered, and the log says why
   */
  async take(
    whole: Whole,
    protocol: Protocol,
    link: Link,
    current: string | null,
    caller: Caller = { deviceId: null },
  ): Promise<Taken> {
    const { hooks } = this.#context;
    const named = keyOf(link, whole.content.deviceId ?? current);
    const key = hooks.onDevice(named, link);
    const device = key && (await this.#find(key, link));
    if (!key || !device || !isCaller(caller, key)) return this.#turnAway(whole, protocol, link, key);
    const content = inZone(whole, protocol, hooks.onZone(device.zoneMinutes, device));
    if (content instanceof FrameError)
      return { ...this.refuse(content, protocol, link, whole.close), deviceId: key.deviceId };
    const when = hooks.onAcknowledge('stored', key);
    const storing = this.#keep(content, device);
    if (when === 'stored') await storing;
    else storing.catch(() => undefined); // told in the log
    const answers = when === 'never' ? [] : this.#answer(content, protocol, whole.session, link, true);
    return { answers, deviceId: key.deviceId, acknowledged: when !== 'never' };
  }

  /** What becomes of bytes that could not be read. @param close the connection ends behind the answer */
  refuse({ code }: { readonly code: FaultCode }, protocol: Protocol, link: Link, close = false): Taken {
    const answers = this.#context.hooks.onDeviceAnswers(protocol.refuse?.(code, close) ?? [], link);
    return { answers, deviceId: null, acknowledged: false };
  }

  /** Whether a device of this id is registered for this protocol. @throws when the books do not say, as the log tells */
  async knows(link: Link, deviceId: string): Promise<boolean> {
    const key = this.#context.hooks.onDevice(keyOf(link, deviceId), link);
    return key !== null && (await this.#find(key, link)) !== null;
  }

  /** Ends when all that was taken is stored. */
  async settled(): Promise<void> {
    await this.#store.settled();
    await this.#unknown.settled();
  }

  /** The device, or null when nobody registered it for this protocol: who has read its number elsewhere does not speak for it. */
  async #find(key: DeviceKey, { protocol }: Link): Promise<TrackedDevice | null> {
    try {
      const device = await this.#devices.find(key);
      return device?.protocol === protocol ? device : null;
    } catch (error) {
      this.#log.error(error, 'Failed to look a device up; it is not answered.');
      throw error;
    }
  }

  async #keep(content: FrameContent, device: TrackedDevice): Promise<void> {
    const receivedAt = this.#context.clock.now();
    const reports = this.#context.hooks.onReports(this.#reports(content, receivedAt), device);
    await this.#store.keep({ device, reports, receivedAt });
  }

  #reports(content: FrameContent, receivedAt: number): KeptReport[] {
    const toleranceMs = this.#context.timerMs('clockTolerance');
    return reportsOf(content, { receivedAt, toleranceMs, storedAfterMs: toleranceMs });
  }

  /**
   * Reports of a device that nobody registered are counted, and belong to nobody: the device keeps them, an alarm without position
   * as well, for it is confirmed what is stored and nothing else. A login of it is refused.
   */
  #turnAway({ content, session }: Whole, protocol: Protocol, link: Link, key: DeviceKey | null): Taken {
    const at = this.#context.clock.now();
    const reports = this.#reports(content, at).length;
    if (reports > 0) this.#unknown.note({ link, reports, deviceId: key?.deviceId ?? null, at });
    const acknowledged = reports === 0;
    const accepted = acknowledged && content.kind !== 'login';
    return {
      answers: this.#answer(content, protocol, session, link, accepted),
      deviceId: null,
      acknowledged,
    };
  }

  #answer(
    content: FrameContent,
    protocol: Protocol,
    session: Session,
    link: Link,
    accepted: boolean,
  ): readonly Buffer[] {
    this.#serial = (this.#serial + 1) % 0x1_0000;
    const { clock, hooks } = this.#context;
    // What nobody read is stored by nobody: it is as little acknowledged as what is refused.
    const reception: Reception = {
      accepted: accepted && content.unread !== true,
      serial: this.#serial,
      now: clock.now(),
    };
    return hooks.onDeviceAnswers(protocol.answer(content, reception, session), link);
  }
}

function keyOf({ platform }: Link, deviceId: string | null): DeviceKey | null {
  return deviceIdSchema.safeParse(deviceId).success && deviceId !== null ? { platform, deviceId } : null;
}

/** Whether a registered device may speak here: it may when no other has. */
function isCaller(caller: Caller, { deviceId }: DeviceKey): boolean {
  caller.deviceId ??= deviceId;
  return caller.deviceId === deviceId;
}

/** A frame was read before anybody knew whose it is: where its clock is another, it is read again. */
function inZone(
  { content, bytes, session }: Whole,
  protocol: Protocol,
  zoneMinutes: number,
): FrameContent | FrameError {
  if (zoneMinutes === session.zoneMinutes) return content;
  try {
    return protocol.read(bytes, { ...session, zoneMinutes });
  } catch (error) {
    if (error instanceof FrameError) return error; // a time that there is in the one zone and not in the other
    throw error;
  }
}
