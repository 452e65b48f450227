import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe } from './check.ts';

/** What a device heard last on a connection of its own, hex; escapes of JT/T 808 undone. */
function heardBy(records: readonly ExchangeRecord[], deviceId: string): string {
  const record = records.findLast(
    ({ kind, from, path }) => kind === 'device' && from === deviceId && path.endsWith('/bytes'),
  );
  const bytes = record?.answer?.body ?? '';
  return bytes.startsWith('7e') ? unescaped(bytes) : bytes;
}

/** Source: JT/T 808, 7D 02 is 7E and 7D 01 is 7D. */
const unescaped = (hex: string): string =>
  (hex.match(/7d02|7d01|../g) ?? [])
    .map((part) => (part === '7d02' ? '7e' : part === '7d01' ? '7d' : part))
    .join('');

/**
 * A device heard these bytes and no others.
 * @param expected hex, blanks do not count; `..` any byte, `...` at the end whatever follows
 */
export function hearsOnly(
  records: readonly ExchangeRecord[],
  deviceId: string,
  expected: string,
): Observation[] {
  const heard = heardBy(records, deviceId);
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
    ...sumsOf(heard).map((sound) =>
      observe(
        sound,
        'réponse JT/T 808 : octet de contrôle juste',
        `octet de contrôle ${sound ? 'juste' : 'faux'}`,
      ),
    ),
  ];
}

/** Whether each JT/T 808 frame has the XOR of its bytes at its end. Answers here hold no 7E but their ends. */
function sumsOf(heard: string): boolean[] {
  if (!heard.startsWith('7e')) return [];
  return [...heard.matchAll(/7e((?:(?!7e)..)+)7e/g)].map(([, inner = '']) => {
    const bytes = Buffer.from(inner, 'hex');
    return bytes.reduce((sum, byte) => sum ^ byte, 0) === 0;
  });
}
