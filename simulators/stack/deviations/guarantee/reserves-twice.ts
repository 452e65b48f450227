import { randomUUID } from 'node:crypto';
import { defineDeviation } from '../deviation.ts';

/** How often each reservation was given. */
const given = new Map<string, number>();

/** A reservation asked for again is a second one. */
export default defineDeviation({
  name: 'reserves-twice',
  violates: ['GUA-018'],
  why: 'every RESERVE is a new line of the register',
  onGuarantee: (result, { operation, amount }) => {
    const id = String(result['reservationId']);
    if (operation !== 'RESERVE' || result['accepted'] !== true) return result;
    const earlier = given.get(id) ?? 0;
    given.set(id, earlier + 1);
    if (earlier === 0) return result;
    const availableAmount = Number(result['availableAmount']) - earlier * Number(amount);
    return { ...result, availableAmount, reservationId: randomUUID() };
  },
});
