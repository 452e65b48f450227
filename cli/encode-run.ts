import { z } from 'zod';
import { decodeShape } from '../profile/export/device-shapes.ts';
import {
  FieldError,
  type FrameContent,
  type Protocol,
  type ProtocolName,
  type Session,
} from '../simulators/tracking/protocols/protocol.ts';
import { loadProtocol } from '../simulators/tracking/protocols/protocols.ts';
import { sessionOf, type WireOptions } from './decode-run.ts';
import { UsageError } from './failure.ts';
import { type Format, type Io, line } from './io.ts';
import { readInput } from './wire-input.ts';

const HINT =
  'Give what corridor decode prints, one frame, or a list of frames: as JSON, in a file, or - for a pipe.';

/** What is written does not depend on what was derived from it. */
const frame = decodeShape.shape.frames.element.omit({ alerts: true, responses: true }).extend({
  deviceId: z.string().nullable().default(null),
  reports: decodeShape.shape.frames.element.shape.reports.default([]),
  conditions: decodeShape.shape.frames.element.shape.conditions.default([]),
  fields: decodeShape.shape.frames.element.shape.fields.default({}),
});

/** Frames of the input, and where each stands in it. */
interface Given {
  readonly frames: readonly FrameContent[];
  readonly pointerOf: (index: number) => string;
}

function parseJson(text: string, from: string): unknown {
  if (text.trim() === '') throw new UsageError('NO_INPUT', `Found nothing in ${from}.`, HINT);
  try {
    return JSON.parse(text);
  } catch (error) {
    const [reason = ''] = (error as Error).message.split('\n');
    const shown = text.length > 40 ? `${text.slice(0, 40)}...` : text;
    const what =
      from === 'the argument' ? `"${shown}": no file of that name, and no JSON` : `no JSON in ${from}`;
    throw new UsageError('NOT_JSON', `Found ${what} (${reason}).`, HINT);
  }
}

const isDocument = (value: unknown): value is { readonly protocol?: unknown; readonly frames: unknown } =>
  typeof value === 'object' && value !== null && 'frames' in value;

function given(value: unknown, name: ProtocolName): Given {
  if (isDocument(value)) {
    if (value.protocol !== undefined && value.protocol !== name)
      throw new UsageError(
        'OTHER_PROTOCOL',
        `Found frames of ${JSON.stringify(value.protocol)}, to be written as ${name}.`,
        `Frames are written in the protocol they were read in: corridor encode ${value.protocol}.`,
      );
    return { frames: parsed(z.array(frame), value.frames, '/frames'), pointerOf: (i) => `/frames/${i}` };
  }
  if (Array.isArray(value)) return { frames: parsed(z.array(frame), value, ''), pointerOf: (i) => `/${i}` };
  return { frames: [parsed(frame, value, '')], pointerOf: () => '' };
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown, at: string): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw fieldRefused(pointer(at, issue?.path ?? []), issue?.message ?? 'not as decode prints it');
}

const pointer = (at: string, path: readonly PropertyKey[]): string =>
  [at, ...path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');

const fieldRefused = (field: string, reason: string): UsageError =>
  new UsageError(
    'FIELD',
    `Failed to write ${field === '' ? 'the frame' : field}: ${reason.replace(/\.$/, '')}.`,
    'Compare it with a frame that corridor decode prints.',
  );

/** All frames as bytes, or none. */
function written(protocol: Protocol, { frames, pointerOf }: Given, before: Session): Buffer[] {
  let session = before;
  return frames.map((content, index) => {
    try {
      const bytes = protocol.write(content, session);
      if (content.kind === 'login' && content.deviceId !== null)
        session = { ...session, deviceId: content.deviceId };
      return bytes;
    } catch (error) {
      if (error instanceof FieldError) throw fieldRefused(`${pointerOf(index)}${error.field}`, error.message);
      throw error;
    }
  });
}

/** `corridor encode`: everything, or nothing and why. */
export async function encodeInput(
  name: ProtocolName,
  words: readonly string[],
  options: WireOptions & { readonly format: Format; readonly raw: boolean },
  io: Io,
): Promise<void> {
  if (options.raw && options.format === 'json')
    throw new UsageError(
      'TWO_THINGS_ON_STDOUT',
      'Found --raw with --format json: stdout holds either the bytes or one JSON document.',
      'Leave out one of them.',
    );
  const { bytes, from } = await readInput(words, (word) => /^\s*[{[]/.test(word), io, HINT);
  const frames = given(parseJson(bytes.toString('utf8'), from), name);
  const protocol = await loadProtocol(name);
  const all = written(protocol, frames, sessionOf(protocol, options));
  if (options.raw) io.stdout.write(Buffer.concat(all));
  else if (options.format === 'json') line(io.stdout, JSON.stringify(documentOf(name, all)));
  else line(io.stdout, all.map((one) => one.toString('hex')).join(options.udp ? '\n' : ''));
}

const documentOf = (protocol: ProtocolName, all: readonly Buffer[]) => ({
  protocol,
  bytes: Buffer.concat(all).toString('hex'),
  frames: all.map((one) => one.toString('hex')),
});
