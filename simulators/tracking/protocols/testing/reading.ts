import assert from 'node:assert/strict';
import { decode } from '../decode.ts';
import type { Frame, Protocol, Session } from '../protocol.ts';

/** A connection of a device that has not logged in yet. @source assumption: ours */
export const device: Session = { deviceId: null, zoneMinutes: 0, udp: false, speaker: 'device' };

/** A server that takes everything. @source assumption: ours */
export const reception = { accepted: true, serial: 0, now: 0 };

/** Reads bytes that are exactly one frame, without a fault. @source assumption: ours */
export function only(protocol: Protocol, hex: string, session = device): Frame {
  const { frames, errors, rest } = decode(protocol, Buffer.from(hex, 'hex'), session, reception);
  assert.deepEqual(errors, []);
  assert.equal(rest, '');
  const [frame, ...more] = frames;
  assert.equal(more.length, 0);
  assert.ok(frame);
  return frame;
}

/** What is refused of some bytes: where, and as what. @source assumption: ours */
export const faultsOf = (protocol: Protocol, hex: string, session = device) =>
  decode(protocol, Buffer.from(hex, 'hex'), session, reception).errors.map(({ offset, code }) => ({
    offset,
    code,
  }));
