import { stackShape } from '../../profile/export/cli-shapes.ts';
import { CorridorProcess } from './corridor-process.ts';

/** `corridor stack` in a terminal of its own, as a user starts it. */
export class StackByHand implements AsyncDisposable {
  readonly process: CorridorProcess;
  readonly url: string;
  readonly database: string;

  private constructor(process: CorridorProcess, ready: { url: string; database: string }) {
    this.process = process;
    this.url = ready.url;
    this.database = ready.database;
  }

  /** Starts it and waits for its ready line. */
  static async start(...more: string[]): Promise<StackByHand> {
    const process = new CorridorProcess(['stack', '--format', 'json', ...more]);
    try {
      const [line] = await process.says(/^.*\n/);
      return new StackByHand(process, stackShape.parse(JSON.parse(line)));
    } catch (error) {
      await process[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** Ctrl-C, then whatever remains is killed. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.process.kill('SIGINT');
    await this.process.ended.catch(() => undefined);
  }
}
