import { alertsOf } from './alerts-of.ts';
import { FrameStream, type Received, type StreamFault } from './frame-stream.ts';
import type { Frame, Protocol, Reception, Session } from './protocol.ts';

/** Bytes read as frames: what `corridor decode` prints. */
export interface Decoding {
  readonly protocol: string;
  readonly frames: readonly Frame[];
  /** Bytes at the end that are not a whole frame, in hexadecimal. */
  readonly rest: string;
  readonly errors: readonly StreamFault[];
}

/** Reads bytes as the frames of one connection, login included; what is refused is told and passed over. */
export function decode(protocol: Protocol, bytes: Buffer, session: Session, reception: Reception): Decoding {
  const stream = new FrameStream(protocol, session);
  const frames: Frame[] = [];
  const errors: StreamFault[] = [];
  for (const received of everythingOf(stream, bytes)) {
    if ('fault' in received) errors.push(received.fault);
    else {
      const { content, session: current } = received;
      const responses = protocol.answer(content, reception, current).map((answer) => answer.toString('hex'));
      frames.push({ ...content, alerts: alertsOf(content), responses });
    }
  }
  const unfinished = stream.end();
  if (unfinished) errors.push(unfinished);
  return { protocol: protocol.name, frames, rest: stream.rest.toString('hex'), errors };
}

function* everythingOf(stream: FrameStream, bytes: Buffer): Generator<Received> {
  yield* stream.push(bytes);
  yield* stream.finish();
}
