import {
  FieldError,
  FrameError,
  type Protocol,
  type ProtocolName,
  type Session,
} from '../simulators/tracking/protocols/protocol.ts';
import { loadProtocol } from '../simulators/tracking/protocols/protocols.ts';
import { sessionOf, type WireOptions } from './decode-run.ts';
import { requireSame } from './encode-check.ts';
import { fieldRefused, type Given, type GivenFrame, givenOf, HINT } from './encode-input.ts';
import { UsageError } from './failure.ts';
import { type Format, type Io, line } from './io.ts';
import { readInput } from './wire-input.ts';

/** Bytes of all frames, and pointers of explanations that they do not say. */
interface Written {
  readonly all: readonly Buffer[];
  readonly unsaid: readonly string[];
}

/** All frames as bytes that say what was given, or none. */
function written(protocol: Protocol, { frames, isWhole }: Given, before: Session): Written {
  let session = before;
  const all: Buffer[] = [];
  const unsaid: string[] = [];
  for (const frame of frames) {
    const { deviceId } = frame.content;
    // Frames out of a connection: whoever they name has logged in before.
    if (!isWhole && session.deviceId === null) session = { ...session, deviceId };
    const bytes = writtenOne(protocol, frame, session);
    const found = readAgain(protocol, frame, bytes, session);
    unsaid.push(...requireSame(protocol.name, frame, found));
    if (found.kind === 'login' && found.deviceId !== null) session = { ...session, deviceId: found.deviceId };
    all.push(bytes);
  }
  return { all, unsaid };
}

function writtenOne(protocol: Protocol, { content, pointer }: GivenFrame, session: Session): Buffer {
  try {
    return protocol.write(content, session);
  } catch (error) {
    if (error instanceof FieldError) throw fieldRefused(`${pointer}${error.field}`, error.message);
    throw error;
  }
}

function readAgain(protocol: Protocol, { pointer }: GivenFrame, bytes: Buffer, session: Session) {
  try {
    return protocol.read(bytes, session);
  } catch (error) {
    if (!(error instanceof FrameError)) throw error;
    throw fieldRefused(pointer, `its bytes could not be read again (${error.code}, ${error.message})`);
  }
}

/** What the document has and the bytes have not, for people. */
function* notesOf({ errors, rest }: Given, { unsaid }: Written): Generator<string> {
  if (errors > 0)
    yield `Not written: ${errors === 1 ? 'one refusal' : `${errors} refusals`} in /errors, whose bytes are in no frame.`;
  if (rest > 0) yield `Not written: ${rest === 1 ? 'one byte' : `${rest} bytes`} in /rest, no whole frame.`;
  const [first, ...others] = unsaid;
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  yield `Not as given: ${first}${more}; there the rest of the frame decides.`;
}

const nothingToWrite = ({ errors }: Given, from: string): UsageError =>
  new UsageError(
    'NO_FRAMES',
    `Found no frame to write in ${from}${errors > 0 ? ', only what decode refused (/errors)' : ''}.`,
    HINT,
  );

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
  const given = givenOf(bytes.toString('utf8'), from, name);
  if (given.frames.length === 0) throw nothingToWrite(given, from);
  const protocol = await loadProtocol(name);
  const { udp: asked, ...told } = options;
  const udp = asked || given.told.udp === true;
  const done = written(protocol, given, sessionOf(protocol, { ...given.told, ...told, udp }));
  for (const note of notesOf(given, done)) line(io.stderr, note);
  const { all } = done;
  if (options.raw) io.stdout.write(Buffer.concat(all));
  else if (options.format === 'json') line(io.stdout, JSON.stringify(documentOf(name, all)));
  else line(io.stdout, all.map((one) => one.toString('hex')).join(udp ? '\n' : ''));
}

const documentOf = (protocol: ProtocolName, all: readonly Buffer[]) => ({
  protocol,
  bytes: Buffer.concat(all).toString('hex'),
  frames: all.map((one) => one.toString('hex')),
});
