import type { LoadSample } from '../../reports/load/load-run.ts';
import type { Io } from '../io.ts';
import type { PlayOptions } from './play.ts';

/** Devices that report beside the messages. */
export interface RunningTrackers extends AsyncDisposable {
  sample(): LoadSample['trackers'];
  end(): Promise<void>;
}

export async function startTrackers(_options: PlayOptions, _io: Io): Promise<RunningTrackers> {
  return {
    sample: () => undefined,
    end: async () => undefined,
    [Symbol.asyncDispose]: async () => undefined,
  };
}
