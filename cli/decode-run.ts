import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Decoded, decodeEach } from '../simulators/tracking/protocols/decode.ts';
import type { StreamFault } from '../simulators/tracking/protocols/frame-stream.ts';
import type {
  Protocol,
  ProtocolName,
  Reception,
  Session,
  Speaker,
} from '../simulators/tracking/protocols/protocol.ts';
import { loadProtocol } from '../simulators/tracking/protocols/protocols.ts';
import { listed } from './decode-listing.ts';
import { exitCodes } from './failure.ts';
import type { Format, Io } from './io.ts';
import { bytesOfInput, looksLikeFrame, readInput, type WireInput } from './wire-input.ts';
import { zoneText } from './zone-option.ts';

/** What both directions are told of a connection. */
export interface WireOptions {
  readonly udp: boolean;
  /** Minutes ahead of UTC; without it the protocol's own. */
  readonly zone?: number;
  /** Without it the device. */
  readonly from?: Speaker;
}

/** After so many refusals the rest is no capture of this protocol: it stays unread, and is told so. */
const MOST_ERRORS = 100_000;

/** The state of a connection before its first byte. */
export const sessionOf = (protocol: Protocol, { udp, zone, from }: WireOptions): Session => ({
  deviceId: null,
  zoneMinutes: zone ?? protocol.zoneMinutes,
  udp,
  speaker: from ?? 'device',
});

/** Pieces that are read each by itself: the datagrams of lines of hexadecimal, or all as one stream. */
function pieces(input: WireInput, udp: boolean): Buffer[] {
  const bytes = bytesOfInput(input);
  if (!udp || bytes === input.bytes) return [bytes];
  const lines = input.bytes.toString('latin1').split(/[\r\n]+/);
  return lines.flatMap((line) =>
    line.trim() === '' ? [] : [bytesOfInput({ ...input, bytes: Buffer.from(line, 'latin1') })],
  );
}

/** Every piece with offsets of the whole input, and one rest at the end. */
function* decodeAll(
  protocol: Protocol,
  parts: readonly Buffer[],
  session: Session,
  reception: Reception,
): Generator<Decoded> {
  let [before, errors, rest] = [0, 0, ''];
  for (const bytes of parts) {
    for (const decoded of decodeEach(protocol, bytes, session, reception)) {
      if ('rest' in decoded) rest += decoded.rest;
      else if ('frame' in decoded) yield decoded;
      else {
        errors += 1;
        const offset = before + decoded.fault.offset;
        yield { fault: { ...decoded.fault, reason: reasonOf(decoded.fault, bytes), offset } };
        if (errors >= MOST_ERRORS) return yield* giveUp(offset);
      }
    }
    before += bytes.length;
  }
  yield { rest };
}

const MOST_SHOWN = 8;

/** Of bytes that are no frame, which ones. @param bytes of the piece, from which the offset counts */
function reasonOf({ code, reason, offset }: StreamFault, bytes: Buffer): string {
  if (code !== 'NOT_A_FRAME') return reason;
  // Where the reason does not count them, what follows may be a frame again.
  const count = Number(/^[0-9]+/.exec(reason)?.[0] ?? bytes.length - offset);
  const shown = bytes.subarray(offset, offset + Math.min(MOST_SHOWN, count));
  return `${reason}, found ${shown.toString('hex')}${count > MOST_SHOWN ? '...' : ''}`;
}

function* giveUp(offset: number): Generator<Decoded> {
  const reason = `${MOST_ERRORS} refusals: what comes after was not read; is it another protocol?`;
  yield { fault: { offset, code: 'UNSUPPORTED', reason } };
  yield { rest: '' };
}

/** What is not as the protocol has it when nothing is said: encode writes the same bytes again only with that. */
const toldOf = (protocol: Protocol, { zoneMinutes, udp, speaker }: Session) => ({
  protocol: protocol.name,
  ...(zoneMinutes !== protocol.zoneMinutes && { zone: zoneText(zoneMinutes) }),
  ...(udp && { udp }),
  ...(speaker === 'server' && { from: speaker }),
});

/** One JSON document in pieces: a capture of any size never stands in memory as one text. */
function* asJson(told: object, all: Iterable<Decoded>, count: { errors: number }, indent: number) {
  const [gap, space] = indent > 0 ? ['\n', ' '] : ['', ''];
  const errors: StreamFault[] = [];
  let separator = '';
  yield '{';
  for (const [name, value] of Object.entries(told)) yield `${gap}"${name}":${space}${JSON.stringify(value)},`;
  yield `${gap}"frames":${space}[`;
  for (const decoded of all) {
    if ('frame' in decoded) {
      yield `${separator}${gap}${JSON.stringify(decoded.frame, null, indent)}`;
      separator = ',';
    } else if ('fault' in decoded) errors.push(decoded.fault);
    else yield `],${gap}"rest":${space}${JSON.stringify(decoded.rest)},`;
  }
  count.errors = errors.length;
  yield `${gap}"errors":${space}[`;
  for (const [index, error] of errors.entries())
    yield `${index > 0 ? ',' : ''}${gap}${JSON.stringify(error)}`;
  yield `]${gap}}\n`;
}

/** `corridor decode`; 1 when something was refused. */
export async function decodeInput(
  name: ProtocolName,
  words: readonly string[],
  options: WireOptions & { readonly format: Format },
  io: Io,
): Promise<number> {
  const parts = pieces(await readInput(words, looksLikeFrame, io), options.udp);
  const protocol = await loadProtocol(name);
  const reception: Reception = { accepted: true, serial: 0, now: io.now() };
  const session = sessionOf(protocol, options);
  const all = decodeAll(protocol, parts, session, reception);
  const count = { errors: 0 };
  const indent = io.stdout.isTTY === true ? 2 : 0;
  const text =
    options.format === 'json'
      ? asJson(toldOf(protocol, session), all, count, indent)
      : listed(name, all, count);
  await pipeline(Readable.from(text), io.stdout, { end: false });
  return count.errors > 0 ? exitCodes.nonConformity : exitCodes.conformant;
}
