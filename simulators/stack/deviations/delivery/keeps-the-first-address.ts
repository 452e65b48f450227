import { defineDeviation } from '../deviation.ts';

const addresses = new Map<string, string>();

/** A country that moves goes on being served at its first address. */
export default defineDeviation({
  name: 'keeps-the-first-address',
  violates: ['DLV-021'],
  why: 'the address is read once, at start',
  onAddress: (baseUrl, seat) => {
    const first = addresses.get(seat) ?? baseUrl;
    addresses.set(seat, first);
    return first;
  },
});
