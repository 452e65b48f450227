import { closeSync, openSync, writeSync } from 'node:fs';
import { deviceIdOf } from '../fixtures/devices/device-ids.ts';
import type { TrackerMark, TrackerReport } from '../reports/evidence/tracker-truth.ts';
import type { Reading } from '../simulators/tracking/devices/dialect.ts';
import type { Fate } from '../simulators/tracking/fleet/fate.ts';
import { FleetError } from '../simulators/tracking/fleet/fleet.ts';
import type { ProtocolName } from '../simulators/tracking/protocols/protocol.ts';

const BATCH_CHARACTERS = 65_536;

/** Whose reports go to which file. */
export interface TruthOptions {
  readonly path: string;
  /** Address of the stack, as exchanges name it. */
  readonly stack: string;
  readonly platform: string;
  readonly protocol: ProtocolName;
  readonly first: number;
  readonly devices: number;
}

/**
 * Appends the reports of a fleet to a file that several processes write, whole lines at a time: what waits is never more than a batch, and
 * a batch is one write, which the system does not mix with those of others.
 */
export class TruthFile implements Disposable {
  readonly #options: TruthOptions;
  readonly #file: number;
  #batch = '';
  #fault: FleetError | undefined;

  /** @throws FleetError `NO_TRUTH` when the file cannot be written */
  constructor(options: TruthOptions) {
    this.#options = options;
    try {
      this.#file = openSync(options.path, 'a');
    } catch (cause) {
      throw notWritten(options.path, cause);
    }
    this.#mark('begun');
  }

  /** Why nothing more is written; a fleet goes on without. */
  get fault(): FleetError | undefined {
    return this.#fault;
  }

  readonly onFate = (device: number, readings: readonly Reading[], fate: Fate): void => {
    const { platform, protocol } = this.#options;
    const deviceId = deviceIdOf(protocol, device);
    for (const { at, lat, lon } of readings) {
      const line: TrackerReport = {
        at: new Date(at).toISOString(),
        platform,
        protocol,
        deviceId,
        lat,
        lon,
        fate,
      };
      this.#batch += `${JSON.stringify(line)}\n`;
    }
    if (this.#batch.length >= BATCH_CHARACTERS) this.flush();
  };

  /** Writes what waits. */
  flush(): void {
    const bytes = Buffer.from(this.#batch);
    this.#batch = '';
    if (this.#fault) return;
    try {
      for (let written = 0; written < bytes.length; )
        written += writeSync(this.#file, bytes, written, bytes.length - written);
    } catch (cause) {
      this.#fault = notWritten(this.#options.path, cause);
    }
  }

  /** All reports were told. @throws FleetError `NO_TRUTH` when some could not be written */
  end(): void {
    this.#mark('ended');
    if (this.#fault) throw this.#fault;
  }

  [Symbol.dispose](): void {
    this.flush();
    closeSync(this.#file);
  }

  #mark(mark: TrackerMark['mark']): void {
    const { stack, platform, first, devices } = this.#options;
    const line: TrackerMark = { mark, stack, platform, first, devices };
    this.#batch += `${JSON.stringify(line)}\n`;
    this.flush();
  }
}

const notWritten = (path: string, cause: unknown): FleetError =>
  Object.assign(
    new FleetError(
      'NO_TRUTH',
      `Failed to write ${path}: ${(cause as NodeJS.ErrnoException).code ?? String(cause)}.`,
      'Free space, or give another folder by --out.',
    ),
    { exitCode: 3 },
  );
