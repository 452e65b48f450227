import { once } from 'node:events';
import { createServer } from 'node:net';

/** Opens and closes a port; what stood in the way, or nothing. Port 0 is any free one. */
export async function whyNotListening(
  host: string,
  port: number,
): Promise<NodeJS.ErrnoException | undefined> {
  const server = createServer().listen(port, host);
  try {
    await once(server, 'listening');
    return undefined;
  } catch (error) {
    return error as NodeJS.ErrnoException;
  } finally {
    server.close();
  }
}
