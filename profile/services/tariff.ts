import { z } from 'zod';
import { instant } from '../envelope/envelope.ts';
import { defineLookup } from './lookup.ts';

/**
 * The tariff: whether an HS code is in the edition in force on the day of the notice, and may travel in transit.
 * @source HS nomenclature (editions); domain notes section 5; the interface: assumption
 */
export const tariff = defineLookup({
  name: 'tariff',
  french: 'tarif',
  purpose: {
    fr: 'Dire si une position tarifaire est en vigueur au jour demandé, et si le transit en est interdit.',
    en: 'Says whether a tariff code is in force on the day asked for, and whether it may not travel in transit.',
  },
  path: '/tariff/{hsCode}?on={on}',
  answer: z.strictObject({
    hsCode: z.string().regex(/^[0-9]{6}$/),
    /** Year of the edition that was read. */
    edition: z.int().min(2000).max(2099),
    validFrom: z.iso.date(),
    /** Last day of the edition. */
    validUntil: z.iso.date(),
    prohibitedInTransit: z.boolean(),
    asOf: instant,
  }),
  unknown: 'UNKNOWN_HS_CODE',
  asks: ({ items }, on) =>
    items.map(({ hsCode }, index) => ({ key: { hsCode, on }, at: `/items/${index}/hsCode` })),
  misfit: (key, { hsCode, edition, validFrom, validUntil }) => {
    if (hsCode !== key.hsCode) return 'other tariff code';
    return validFrom <= key.on && key.on <= validUntil ? null : `wrong edition ${edition}`;
  },
  keptUntil: ({ validUntil }) => Date.parse(`${validUntil}T00:00:00Z`) + DAY_MS,
  contradictions: ({ prohibitedInTransit }, _notice, { at }) =>
    prohibitedInTransit ? [{ at, reason: 'prohibited in transit' }] : [],
});

const DAY_MS = 86_400_000;
