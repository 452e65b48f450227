import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe } from './check.ts';
import { lastReport } from './device-answers.ts';

/** Source: JT/T 808, 7D 02 is 7E and 7D 01 is 7D. */
const unescaped = (hex: string): string =>
  (hex.match(/7d02|7d01|../g) ?? [])
    .map((part) => (part === '7d02' ? '7e' : part === '7d01' ? '7d' : part))
    .join('');

/**
 * A device heard these bytes and no others to what it sent last; escapes of JT/T 808 undone.
 * @param expected hex, blanks do not count; `..` any byte, `...` at the end whatever follows
 */
export function hearsOnly(
  records: readonly ExchangeRecord[],
  deviceId: string,
  expected: string,
): Observation[] {
  const bytes = lastReport(records, deviceId)?.answer?.body ?? '';
  const heard = bytes.startsWith('7e') ? unescaped(bytes) : bytes;
  const hex = expected.replaceAll(' ', '').toLowerCase();
  const open = hex.endsWith('...');
  const wanted = open ? hex.slice(0, -3) : hex;
  const pattern = new RegExp(`^${wanted}${open ? '' : '$'}`);
  return [
    observe(
      pattern.test(heard),
      `balise ${deviceId} : n'entend que ${expected}`,
      `balise ${deviceId} : entend ${heard || 'rien'}`,
    ),
    ...sumsOf(bytes).map((sound) =>
      observe(
        sound,
        'réponse JT/T 808 : octet de contrôle juste',
        `octet de contrôle ${sound ? 'juste' : 'faux'}`,
      ),
    ),
  ];
}

/** Whether each JT/T 808 frame has the XOR of its bytes at its end. Before escapes are undone 7E stands at the ends only. */
function sumsOf(bytes: string): boolean[] {
  if (!bytes.startsWith('7e')) return [];
  return [...bytes.matchAll(/7e((?:(?!7e)..)+)7e/g)].map(
    ([, inner = '']) => Buffer.from(unescaped(inner), 'hex').reduce((sum, byte) => sum ^ byte, 0) === 0,
  );
}
