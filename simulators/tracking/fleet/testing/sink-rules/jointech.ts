import { SinkError, type SinkRules } from './sink-rules.ts';

const NONE: readonly string[] = [];

/** @source JT701D protocol manual V1.4: binary frames, `(P69,0,serial)`, P45, P22, P52, `@JT` without an answer */
export const jointechRules: SinkRules = (bytes, offset) => {
  if (bytes[offset] === 0x24) {
    if (bytes.length < offset + 10) return null;
    const length = bytes.readUInt16BE(offset + 8) + 10;
    if (bytes.length < offset + length) return null;
    const device = bytes.toString('hex', offset + 1, offset + 6);
    const time = bytes.toString('hex', offset + 10, offset + 16);
    const answer = Buffer.from(`(P69,0,${bytes[offset + length - 1]})`);
    return { length, reports: [`${device} ${time}`], answer };
  }
  if (bytes[offset] !== 0x28) throw new SinkError(`a frame begins with ${bytes[offset]?.toString(16)}`);
  const end = bytes.indexOf(0x29, offset);
  if (end < 0) return null;
  const length = end + 1 - offset;
  const words = bytes.toString('latin1', offset + 1, end).split(',');
  const [device = '', what = '', kind = ''] = words;
  if (what === 'P45')
    return {
      length,
      reports: [`${device} ${words[2]}${words[3]} lock`],
      answer: Buffer.from(`(P69,0,${words[16]})`),
    };
  if (what === 'P22') return { length, reports: NONE, answer: Buffer.from('(P22,220126083000)') };
  if (what === 'P52' && kind === '2')
    return { length, reports: NONE, answer: Buffer.from(`(P52,2,${words[3]})`) };
  return { length, reports: NONE, answer: null };
};
