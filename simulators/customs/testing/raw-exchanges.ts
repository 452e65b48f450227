import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, connect, createServer as createSocketServer } from 'node:net';
import { request } from 'undici';

/** Something that listens for the length of a test. */
export interface Listening extends AsyncDisposable {
  readonly url: string;
}

/** Posts bytes as a hub would deliver them. */
export async function post(
  baseUrl: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string; type: string }> {
  const answer = await request(`${baseUrl}/v0/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'corridor-seat': 'hub', ...headers },
    body,
  });
  const text = await answer.body.text();
  return { status: answer.statusCode, text, type: String(answer.headers['content-type']) };
}

/** Writes bytes to a socket and reads all that comes back. */
export async function writeRaw(baseUrl: string, bytes: string): Promise<string> {
  const { port, hostname } = new URL(baseUrl);
  const socket = connect(Number(port), hostname);
  socket.write(bytes);
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  return text;
}

/** An HTTP server of a foreign kind, that does what the listener says. */
export async function listenHttp(listener: RequestListener): Promise<Listening> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A server that answers every connection with these bytes, whatever they are. */
export async function listenRaw(bytes: string): Promise<Listening> {
  const server = createSocketServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', () => socket.end(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
