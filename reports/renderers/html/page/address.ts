import { inAddress } from '../views/view.ts';

/** What the address of the page says: the open scenario, the filters, the language. */
export interface Address {
  /** Open scenario. */
  readonly s: string;
  /** Text searched for. */
  readonly q: string;
  /** Verdict, stage, corridor, seat, requirement. */
  readonly v: string;
  readonly e: string;
  readonly c: string;
  readonly n: string;
  readonly r: string;
  readonly l: string;
}

export const emptyAddress: Address = { s: '', q: '', v: '', e: '', c: '', n: '', r: '', l: '' };

/** Reads `#s=depart/mainlevee#le-camion-part&l=en`; a scenario id may stand there as it is, its `#` not coded. */
export function readAddress(hash: string): Address {
  const address: Record<string, string> = { ...emptyAddress };
  for (const part of hash.replace(/^#/, '').split('&')) {
    const [, key = '', value = ''] = /^([a-z])=(.*)$/s.exec(part) ?? [];
    if (Object.hasOwn(emptyAddress, key)) address[key] = decoded(value);
  }
  return address as unknown as Address;
}

/** The address as text, empty fields left out; `#` alone for none, so that the page does not jump. */
export function writeAddress(address: Address): string {
  const parts = Object.entries(address).filter(([, value]) => value !== '');
  return `#${parts.map(([key, value]) => `${key}=${inAddress(value)}`).join('&')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
