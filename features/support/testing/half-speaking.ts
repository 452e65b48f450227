import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a server does with one request. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

const DRIP_EVERY_MS = 40;
const FIFTY_MEBIBYTES = 50 * 1_048_576;
const PIECE = Buffer.alloc(1_048_576, 'x');

/** Writes again and again until the other end has had enough. */
function drip(response: ServerResponse, write: () => void): void {
  const timer = setInterval(write, DRIP_EVERY_MS);
  response.once('close', () => clearInterval(timer));
}

/** Writes as much as the other end takes, up to a size. */
function pour(response: ServerResponse, bytes: number): void {
  let left = bytes;
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= PIECE.length;
      if (!response.write(PIECE)) return void response.once('drain', more);
    }
    response.end();
  };
  more();
}

export const answerWith =
  (status: number, contentType: string, body: string): Behaviour =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': contentType }).end(body);
  };

export const answerJson = (body: unknown, status = 200): Behaviour =>
  answerWith(status, 'application/json', JSON.stringify(body));

/** Reads the request and never answers. */
export const hang: Behaviour = () => undefined;

/** Ways to speak half, or not at all. */
export const halfSpeaking = {
  'closes at once': ({ socket }) => socket.destroy(),
  'accepts and hangs': hang,
  'answers a web page': answerWith(200, 'text/html', '<!DOCTYPE html><title>Portail captif</title>'),
  'answers rubbish': answerWith(200, 'application/json', '\u0000{"ready":tru'),
  'answers a number': answerWith(200, 'application/json', '42'),
  'answers nothing': answerWith(200, 'application/json', ''),
  'answers 50 MB': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    pour(response, FIFTY_MEBIBYTES);
  },
  'drips a body': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    drip(response, () => response.write(' '));
  },
  'drips a header': ({ socket }, response) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    drip(response, () => socket.write('x-slow: 1\r\n'));
  },
  'sends headers without end': ({ socket }) => {
    socket.write(`HTTP/1.1 200 OK\r\nx-long: ${'x'.repeat(100_000)}\r\n`);
  },
  'speaks another protocol': ({ socket }) => {
    socket.end('220 courrier.example ESMTP\r\n');
  },
  redirects: (_request, response) => {
    response.writeHead(302, { location: '/connexion' }).end();
  },
  fails: answerWith(500, 'text/plain', 'panne'),
} satisfies Record<string, Behaviour>;
