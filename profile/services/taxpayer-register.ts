import { z } from 'zod';
import { instant } from '../envelope/envelope.ts';
import { countryCode } from '../identifiers/country-code.ts';
import { text } from '../messages/parts/parts.ts';
import { defineLookup, endOfDay } from './lookup.ts';

/**
 * The register of taxpayers (NIF, IFU): whether the principal and the consignee may trade in the year of the declaration.
 * @source domain notes section 7 (NIF, IFU); the interface: assumption
 */
export const taxpayerRegister = defineLookup({
  name: 'taxpayer-register',
  french: 'registre des contribuables',
  purpose: {
    fr: "Dire si un numéro de contribuable est connu et en activité dans l'année demandée.",
    en: 'Says whether a taxpayer number is known and active in the year asked for.',
  },
  path: '/taxpayers/{taxId}?year={year}',
  answer: z.strictObject({
    taxId: text(20),
    country: countryCode,
    name: text(70),
    status: z.enum(['ACTIVE', 'SUSPENDED', 'CEASED']),
    /** The year for which the status holds. */
    year: z.int().min(2000).max(2099),
    asOf: instant,
  }),
  unknown: 'UNKNOWN_TAXPAYER',
  asks: ({ principal, consignee, nationalReference: { year } }) => [
    ...(principal.taxId ? [{ key: { taxId: principal.taxId, year }, at: '/principal/taxId' }] : []),
    ...(consignee.taxId ? [{ key: { taxId: consignee.taxId, year }, at: '/consignee/taxId' }] : []),
  ],
  misfit: (key, { taxId, year }) => {
    if (taxId !== key.taxId) return 'other taxpayer';
    return year === key.year ? null : `wrong year ${year}`;
  },
  keptUntil: (_, now) => endOfDay(now),
  contradictions: ({ status }, _notice, { at }) => (status === 'ACTIVE' ? [] : [{ at, reason: status }]),
});
