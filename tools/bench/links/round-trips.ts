import { once } from 'node:events';
import { connect } from 'node:net';
import { median } from '../benchmark.ts';
import { isWhole } from '../http-load.ts';

/** Median of so many round trips over one connection, one after the other; milliseconds. */
export async function medianRoundTrip(port: number, request: Buffer, times: number): Promise<number> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  try {
    await once(socket, 'connect');
    const took: number[] = [];
    for (let nth = 0; nth < times; nth += 1) {
      const startedMs = performance.now();
      socket.write(request);
      let received = '';
      while (!isWhole(received)) received += ((await once(socket, 'data')) as [Buffer])[0].toString('latin1');
      took.push(performance.now() - startedMs);
    }
    return median(took);
  } finally {
    socket.destroy();
  }
}
