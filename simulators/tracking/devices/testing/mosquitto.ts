import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { freePort } from './free-port.ts';

const PLACES = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/sbin'];

/** The MQTT broker of this machine; undefined when there is none. */
export const mosquittoBinary = (): string | undefined =>
  [...(process.env['PATH'] ?? '').split(path.delimiter), ...PLACES]
    .map((folder) => path.join(folder, 'mosquitto'))
    .find((file) => existsSync(file));

/** A Mosquitto on a free port of loopback: a broker of somebody else's making. */
export class Mosquitto implements AsyncDisposable {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(port: number, child: ChildProcess) {
    this.port = port;
    this.#child = child;
  }

  static async start(binary: string): Promise<Mosquitto> {
    const port = await freePort();
    const child = spawn(binary, ['-p', `${port}`, '-v'], { stdio: ['ignore', 'ignore', 'pipe'] });
    const ended = once(child, 'exit').then(([code]) => `ended with ${code}`);
    const ready = new Promise<string>((resolve) => {
      let said = '';
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (/mosquitto version \S+ running/.test(said)) resolve('ready');
      });
    });
    const outcome = await Promise.race([ready, ended]);
    if (outcome !== 'ready') throw new TypeError(`Failed to start Mosquitto: ${outcome}.`);
    return new Mosquitto(port, child);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill();
    await ended;
  }
}
