import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../decode.ts';
import { plainSession, receive, throughJson } from '../testing/codec-properties.ts';
import { only, reception } from '../testing/reading.ts';
import { osmand } from './osmand.ts';

const VICTIM = 'GET /?id=VICTIM&lat=1&lon=2&timestamp=1767225600 HTTP/1.1\r\n\r\n';
const { length } = VICTIM;
const head = (...lines: readonly string[]): string => [...lines, '', ''].join('\r\n');
const post = (...headers: readonly string[]): string => head('POST / HTTP/1.1', 'Host: a', ...headers);
const JSON_TYPE = 'Content-Type: application/json';

/** Ids of the devices whose requests come out, whatever the chunks, and how often a server closes. */
function heard(text: string) {
  const bytes = Buffer.from(text, 'latin1');
  const [whole, ...others] = [bytes.length, 1, 7, 64].map((size) => {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    );
    const received = receive(osmand, chunks);
    const ids = received.flatMap((one) => ('content' in one ? [one.content.deviceId] : []));
    return { ids, closes: received.some(({ close }) => close === true) };
  });
  for (const other of others) assert.deepEqual(other, whole);
  return whole;
}

/** Heads of which nobody can tell where their message ends. */
const uncertain: readonly [what: string, head: string][] = [
  ['a transfer encoding', post('Transfer-Encoding: chunked')],
  ['a transfer encoding beside a length', post(`Content-Length: ${length}`, 'Transfer-Encoding: chunked')],
  ['a length with a sign', post(`Content-Length: +${length}`)],
  ['a negative length', post(`Content-Length: -${length}`)],
  ['a space before the colon', post(`Content-Length : ${length}`)],
  ['a list of lengths', post(`Content-Length: ${length}, ${length}`)],
  ['something behind the length', post(`Content-Length: ${length};`)],
  ['a length on a line of its own', post('Content-Length:', ` ${length}`)],
  ['a folded line', post('X: a', '\tb')],
  ['two lengths', post(`Content-Length: ${length}`, `Content-Length: ${length}`)],
  ['no length where one is named', post('Content-Length:')],
  ['a length in hexadecimal', post(`Content-Length: 0x${length.toString(16)}`)],
  ['a length beyond all numbers', post(`Content-Length: ${'9'.repeat(30)}`)],
  ['a line that is no field', post('Content-Length')],
  ['a carriage return of its own', post('X: a\rContent-Length: 0')],
  ['line ends of two kinds', 'POST / HTTP/1.1\r\nX: a\n\n'],
  ['long headers', post(`X: ${'x'.repeat(9000)}`)],
  ['a long request line', head(`PUT /${'x'.repeat(9000)} HTTP/1.1`)],
  ['JSON without length that does not end', `${post(JSON_TYPE)}{"a":"${'x'.repeat(17_000)}`],
  ['JSON without length, nested too deeply', `${post(JSON_TYPE)}${'{"a":'.repeat(20)}"`],
  ['JSON without length that is none', `${post(JSON_TYPE)}{]`],
  ['JSON without length that is no object', `${post(JSON_TYPE)}["`],
];

for (const [what, bytes] of uncertain)
  test(`behind a message with ${what} nothing is read as a request, and the connection ends`, () => {
    assert.deepEqual(heard(bytes + VICTIM), { ids: [], closes: true });
  });

/** Requests whose length is certain, so that the one behind them is read. */
const certain: readonly [what: string, request: string][] = [
  ['a length with leading zeros', post(`Content-Length: 000000000000${length}`) + VICTIM],
  ['a PUT', head('PUT / HTTP/1.1', `Content-Length: ${length}`) + VICTIM],
  ['a method that nobody knows', head('X-Y / HTTP/1.1', `Content-Length: ${length}`) + VICTIM],
  ['a method in small letters', head('put / HTTP/1.1', `Content-Length: ${length}`) + VICTIM],
  ['a GET', head('GET / HTTP/1.1', `Content-Length: ${length}`) + VICTIM],
  ['a header value', head('PUT / HTTP/1.1', `X: ${VICTIM.trim()}`)],
  ['a header value of OPTIONS', head('OPTIONS * HTTP/1.1', `X: ${VICTIM.trim()}`)],
  ['a body that is too long', post('Content-Length: 20000') + 'x'.repeat(20_000 - length) + VICTIM],
];

for (const [what, bytes] of certain)
  test(`a request inside ${what} is none, and the next one is read`, () => {
    const next = 'GET /?id=next HTTP/1.1\r\n\r\n';
    const { ids, closes } = heard(bytes + next) ?? {};
    assert.deepEqual({ ids: ids?.filter((id) => id !== null), closes }, { ids: ['next'], closes: false });
  });

test('a request of another method is refused in its turn', () => {
  for (const method of ['PUT', 'HEAD', 'OPTIONS', 'DELETE', 'PATCH', 'TRACE', 'CONNECT', 'get']) {
    const { errors, frames } = decode(
      osmand,
      Buffer.from(head(`${method} / HTTP/1.1`)),
      plainSession,
      reception,
    );
    assert.deepEqual([errors.map(({ code }) => code), frames], [['VALUE'], []], method);
  }
});

test('bytes between requests are passed over, and a server that hears them ends the connection', () => {
  for (const noise of ['GEGE', 'noise ', 'a line\r\n', 'two\nlines\n', '\u0000\u00ff', 'X: y\r\n'])
    assert.deepEqual(heard(noise + VICTIM), { ids: ['VICTIM'], closes: true }, noise);
});

test('empty lines between requests are passed over', () => {
  assert.deepEqual(heard(`${VICTIM}\r\n\n${VICTIM}`), { ids: ['VICTIM', 'VICTIM'], closes: false });
});

test('a server ends the connection behind a request that wants no other or is of an older HTTP', () => {
  const query = 'GET /?id=1';
  const last = [`${query}\n`, head(`${query} HTTP/1.0`), head(`${query} HTTP/1.1`, 'Connection: a, Close')];
  for (const text of last) assert.deepEqual(heard(text), { ids: ['1'], closes: true }, text);
  const others = [head(`${query} HTTP/1.1`), head(`${query} HTTP/1.1`, 'Connection: keep-alive, x-close')];
  for (const text of others) assert.deepEqual(heard(text), { ids: ['1'], closes: false }, text);
});

test('the answer to a request that wants no other says that it is the last one', () => {
  const [answer] = only(
    osmand,
    Buffer.from(head('GET /?id=1 HTTP/1.1', 'connection: close')).toString('hex'),
  ).responses;
  assert.equal(
    Buffer.from(answer ?? '', 'hex').toString(),
    'HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
  );
});

test('a length keeps its leading zeros when it is written again', () => {
  const body = 'id=1&lat=12&lon=-1.5';
  const text = `${post(`Content-Length: 00000000000${body.length}`)}${body}`;
  const frame = only(osmand, Buffer.from(text).toString('hex'));
  assert.deepEqual([frame.deviceId, frame.reports.length], ['1', 1]);
  assert.equal(osmand.write(throughJson(frame), plainSession).toString(), text);
});
