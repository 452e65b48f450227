import { alertsOf } from './alerts-of.ts';
import { FrameStream, type Received, type StreamFault } from './frame-stream.ts';
import type { Frame, Protocol, Reception, Session } from './protocol.ts';

/** Bytes read as frames: what `corridor decode` prints. */
interface Decoding {
  readonly protocol: string;
  readonly frames: readonly Frame[];
  /** Bytes at the end that are not a whole frame, in hexadecimal. */
  readonly rest: string;
  readonly errors: readonly StreamFault[];
}

/** One frame, one refusal, or last of all the bytes that are left over, in hexadecimal. */
export type Decoded = { readonly frame: Frame } | { readonly fault: StreamFault } | { readonly rest: string };

/**
 * Reads bytes as the frames of one connection, login included, one after the other; what is refused is told and passed
 * over. The rest comes last, always.
 */
export function* decodeEach(
  protocol: Protocol,
  bytes: Buffer,
  session: Session,
  reception: Reception,
): Generator<Decoded, void, undefined> {
  const stream = new FrameStream(protocol, session);
  for (const received of everythingOf(stream, bytes)) {
    if ('fault' in received) yield { fault: received.fault };
    else {
      const { content, session: current } = received;
      const responses = protocol.answer(content, reception, current).map((answer) => answer.toString('hex'));
      const { kind, deviceId, reports, fields, conditions } = content;
      const alerts = alertsOf(content);
      yield { frame: { kind, deviceId, reports, alerts, responses, fields, conditions } };
    }
  }
  const unfinished = stream.end();
  if (unfinished) yield { fault: unfinished };
  yield { rest: stream.rest.toString('hex') };
}

function* everythingOf(stream: FrameStream, bytes: Buffer): Generator<Received> {
  yield* stream.push(bytes);
  yield* stream.finish();
}

/** Reads bytes as the frames of one connection: all that `decodeEach` gives, in memory. */
export function decode(protocol: Protocol, bytes: Buffer, session: Session, reception: Reception): Decoding {
  const frames: Frame[] = [];
  const errors: StreamFault[] = [];
  let rest = '';
  for (const decoded of decodeEach(protocol, bytes, session, reception)) {
    if ('frame' in decoded) frames.push(decoded.frame);
    else if ('fault' in decoded) errors.push(decoded.fault);
    else rest = decoded.rest;
  }
  return { protocol: protocol.name, frames, rest, errors };
}
