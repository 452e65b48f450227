import type { Writable } from 'node:stream';

/** What a command may touch of the process; nothing below `main.ts` reads `process`. */
export interface Io {
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly stdin: NodeJS.ReadableStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Fires on the first Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Words of the command line after `corridor`, for the replay line. */
  readonly words: readonly string[];
}

/** `human` for people, `json` for machines: then stdout is exactly one JSON document. */
export type Format = 'human' | 'json';

/** Writes one line to a stream. */
export const line = (stream: NodeJS.WritableStream, text: string): void => {
  stream.write(`${text}\n`);
};
