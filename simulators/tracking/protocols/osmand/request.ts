import { refuseContradiction } from '../contradiction.ts';
import { textField, textsField } from '../field-access.ts';
import {
  FieldError,
  type FrameContent,
  FrameError,
  type FrameKind,
  type Json,
  type Report,
  type Session,
} from '../protocol.ts';
import { patchJson, readJson } from './json-form.ts';
import { type Message, messageBytes, messageOf } from './message.ts';
import { patchParameters, readParameters, type Said } from './parameters.ts';
import { type Parameter, parametersOf, queryOf } from './query.ts';

const REQUEST_LINE =
  /^(GET|POST) (\/[!->@-~\u0080-\u00ff]*)(?:\?([!-~\u0080-\u00ff]*))?(?: (HTTP\/1\.[01]))?$/;

/** Where a request says what it says. */
type Carrier = 'query' | 'form' | 'json';

/**
 * Reads one request. Its parts stay in the fields as they were spelled (`query`, `body` percent-encoded or JSON); a
 * report whose values were changed since wins over them.
 *
 * @throws FrameError VALUE, UNSUPPORTED
 * @source OsmAnd clients; Traccar, OsmAnd protocol; RFC 9112
 */
export function readRequest(frame: Buffer, session: Session): FrameContent {
  const message = messageOf(frame);
  const [, method = '', path = '', query, version] = REQUEST_LINE.exec(message.startLine) ?? [];
  if (method === '') throw new FrameError('VALUE', 0, `${message.startLine.slice(0, 60)} is no request line`);
  const bodyAt = frame.length - Buffer.byteLength(message.body);
  const said = saidBy(message, query ?? '', session, frame, bodyAt);
  return {
    kind: kindOf(said),
    deviceId: said.deviceId,
    reports: said.report ? [said.report] : [],
    conditions: said.report || said.deviceId !== null ? [said.condition] : [],
    fields: {
      method,
      path,
      query: query ?? null,
      version: version ?? null,
      headers: message.headers === null ? null : [...message.headers],
      lineEnd: message.lineEnd,
      body: message.body,
    },
  };
}

function kindOf({ report, condition, deviceId }: Said): FrameKind {
  if (condition.alerts.length > 0) return 'alarm';
  if (report) return 'position';
  return deviceId === null ? 'other' : 'heartbeat';
}

/** JSON, a form that names the device or is all there is, or else the query. */
function carrierOf(query: string, body: string): Carrier {
  if (/^\s*\{/.test(body)) return 'json';
  return body !== '' && query === '' ? 'form' : 'query';
}

function saidBy({ body }: Message, query: string, session: Session, frame: Buffer, bodyAt: number): Said {
  const carrier = carrierOf(query, body);
  if (carrier === 'json') return readJson(body, session.zoneMinutes, bodyAt);
  const from = carrier === 'form' ? bodyAt : frame.indexOf('?') + 1;
  const parameters = parametersOf(carrier === 'form' ? body : query);
  return readParameters(parameters, session.zoneMinutes, (index) => from + lengthBefore(parameters, index));
}

/** Bytes of the parameters before one, each with its ampersand. */
const lengthBefore = (parameters: readonly Parameter[], index: number): number =>
  index === 0 ? 0 : Buffer.byteLength(queryOf(parameters.slice(0, index))) + 1;

/** Writes what `readRequest` gives. @throws FieldError */
export function writeRequest(content: FrameContent, session: Session): Buffer {
  const { fields } = content;
  const body = textField(fields, 'body', /^[\s\S]*$/, 'text');
  const query =
    fields['query'] === null ? null : textField(fields, 'query', /^[!-~\u0080-\u00ff]*$/, 'a query');
  const carrier = carrierOf(query ?? '', body);
  const said = { deviceId: content.deviceId, report: reportOf(content) };
  const patch = (text: string): string =>
    asFieldError(() =>
      queryOf(patchParameters(text === '' ? [] : parametersOf(text), said, session.zoneMinutes)),
    );
  const patchedBody =
    carrier === 'json'
      ? asFieldError(() => patchJson(body, said, session.zoneMinutes))
      : carrier === 'form'
        ? patch(body)
        : body;
  const patchedQuery = carrier === 'query' ? patchedOf(query, patch) : query;
  const message: Message = {
    startLine: startLineOf(fields, patchedQuery),
    headers:
      fields['headers'] === null
        ? null
        : textsField(fields, 'headers', /^[^\r\n\u0100-\uffff]+$/, 'a header line'),
    lineEnd: lineEndOf(fields['lineEnd']),
    body: patchedBody,
  };
  const frame = messageBytes(message);
  refuseContradiction(
    content,
    asFieldError(() => readRequest(frame, session)),
    ['query', 'headers', 'body'],
  );
  return frame;
}

function patchedOf(query: string | null, patch: (text: string) => string): string | null {
  const patched = patch(query ?? '');
  return query === null && patched === '' ? null : patched;
}

/** Parts that cannot be read cannot be written either. */
function asFieldError<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof FrameError) throw new FieldError('/fields', error.message);
    throw error;
  }
}

function reportOf({ reports }: FrameContent): Report | null {
  if (reports.length > 1)
    throw new FieldError('/reports', `one report at most is needed, not ${reports.length}`);
  return reports[0] ?? null;
}

function startLineOf(fields: FrameContent['fields'], query: string | null): string {
  const method = textField(fields, 'method', /^(?:GET|POST)$/, 'GET or POST');
  const path = textField(fields, 'path', /^\/[!->@-~\u0080-\u00ff]*$/, 'a path');
  const version =
    fields['version'] === null ? '' : ` ${textField(fields, 'version', /^HTTP\/1\.[01]$/, 'a version')}`;
  return `${method} ${path}${query === null ? '' : `?${query}`}${version}`;
}

export function lineEndOf(value: Json | undefined): Message['lineEnd'] {
  if (value === 'crlf' || value === 'lf' || value === 'none') return value;
  throw new FieldError('/fields/lineEnd', 'crlf, lf or none is needed');
}
