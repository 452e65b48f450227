import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** An access code as it is kept: never in clear (P21). */
export interface KeptAccessCode {
  readonly accessSalt: string;
  readonly accessHash: string;
}

const hash = (salt: string, code: string): Buffer => createHash('sha256').update(`${salt}:${code}`).digest();

export function keepAccessCode(code: string): KeptAccessCode {
  const accessSalt = randomBytes(16).toString('hex');
  return { accessSalt, accessHash: hash(accessSalt, code).toString('hex') };
}

export const opensWith = ({ accessSalt, accessHash }: KeptAccessCode, code: string): boolean =>
  timingSafeEqual(hash(accessSalt, code), Buffer.from(accessHash, 'hex'));

/** The bytes of a message with its access code blanked: what the stack keeps of a GuaranteeRequest. */
export function withoutAccessCode(message: object): Buffer {
  const { payload } = message as { payload: object };
  return Buffer.from(JSON.stringify({ ...message, payload: { ...payload, accessCode: '****' } }));
}
