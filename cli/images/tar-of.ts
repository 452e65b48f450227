import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

export type Env = Readonly<Record<string, string | undefined>>;

/** A tar that is being written. */
export interface Tar {
  readonly tar: Readable;
  /** Resolves once it has ended: with what went wrong, or with nothing. Who hangs up on it has reasons of their own. */
  readonly packed: Promise<string | undefined>;
}

/** The files of a folder as a tar, owned by root whoever owns them here. */
export function tarOf(folder: string, env: Env): Tar {
  const words = ['-C', folder, '--owner=0', '--group=0', '--numeric-owner', '-cf', '-', '.'];
  const child = spawn('tar', words, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...env } });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-SAID_CHARACTERS);
  });
  const packed = new Promise<string | undefined>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => {
      const ended = `tar ended with ${code ?? signal}`;
      resolve(code === 0 || signal === 'SIGPIPE' ? undefined : said.trim().split('\n')[0] || ended);
    });
  });
  return { tar: child.stdout, packed };
}

const SAID_CHARACTERS = 2_000;
