import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Whole HTTP requests, one after the other; `slot` counts the connections, each with one request under way. */
export interface RequestSource {
  next(slot: number): Buffer;
}

export interface LoadOptions {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  readonly requests: RequestSource;
  /** Any other answer ends the run with an error: a rate of refusals is not a rate. */
  readonly status: number;
}

const HEAD_END = '\r\n\r\n';
const LAST_CHUNK = '\r\n0\r\n\r\n';
const LATE_MS = 10_000;

/**
 * Answers a second over connections kept alive on loopback, each sending as soon as it has its answer. The requests
 * are bytes made before, written to bare sockets: a client library would cost more than the fast peers do.
 */
export async function answersPerSecond(options: LoadOptions): Promise<number> {
  const sockets = Array.from({ length: options.connections }, () => connect(options.port, '127.0.0.1'));
  const cut = setTimeout(
    () => {
      for (const socket of sockets)
        socket.destroy(new Error(`Failed to load port ${options.port}: it hangs.`));
    },
    options.seconds * 1000 + LATE_MS,
  );
  try {
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    const startedMs = performance.now();
    const deadlineMs = startedMs + options.seconds * 1000;
    const counts = await Promise.all(sockets.map((socket, slot) => talk(socket, slot, deadlineMs, options)));
    const total = counts.reduce((sum, count) => sum + count, 0);
    return total / options.seconds;
  } finally {
    clearTimeout(cut);
    for (const socket of sockets) socket.destroy();
  }
}

/** Answers that came before the deadline on one connection. */
function talk(
  socket: Socket,
  slot: number,
  deadlineMs: number,
  { requests, status }: LoadOptions,
): Promise<number> {
  const wanted = `HTTP/1.1 ${status} `;
  return new Promise((resolve, reject) => {
    let answered = 0;
    let received = '';
    socket.setNoDelay(true);
    socket.once('error', reject);
    socket.once('close', () =>
      reject(new Error('Failed to load: the server closed a connection kept alive.')),
    );
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1');
      if (!isWhole(received)) return;
      if (!received.startsWith(wanted)) {
        reject(new Error(`Failed to load: expected status ${status}, found ${received.slice(0, 800)}`));
        return;
      }
      received = '';
      if (performance.now() >= deadlineMs) {
        resolve(answered);
        return;
      }
      answered += 1;
      socket.write(requests.next(slot));
    });
    socket.write(requests.next(slot));
  });
}

/** True when the text holds one whole HTTP answer, with a length or in chunks. */
export function isWhole(received: string): boolean {
  const headEnd = received.indexOf(HEAD_END);
  if (headEnd < 0) return false;
  const length = /\r\ncontent-length: *(\d+)/i.exec(received)?.[1];
  if (length !== undefined) return received.length >= headEnd + HEAD_END.length + Number(length);
  return received.endsWith(LAST_CHUNK);
}
