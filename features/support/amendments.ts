import { parseDeviceId } from '../../profile/identifiers/device-id.ts';
import type { TransitNoticePayload } from '../../profile/messages/transit-notice.ts';
import { NATIONAL_CHANGES } from './national-reference.ts';

type Change = (notice: TransitNoticePayload) => Partial<TransitNoticePayload>;

/** What the office of departure may want to change of a notice, as officers say it. */
export const AMENDMENTS: Readonly<Record<string, Change>> = {
  'le conducteur': ({ vehicle }) => ({ vehicle: { ...vehicle, driver: 'CONDUCTEUR FICTIF REMPLAÇANT' } }),
  'le tracteur': ({ vehicle }) => ({ vehicle: { ...vehicle, plate: nextPlate(vehicle.plate) } }),
  'les documents': ({ documents }) => ({
    documents: [...documents, { type: '954', reference: 'FICTORIG-0001' }],
  }),
  'la balise': () => ({ deviceId: parseDeviceId('FICTIF-0001') }),
  'le délai annoncé': ({ plannedLimitDate = '' }) => ({ plannedLimitDate: dayLater(plannedLimitDate) }),
  'la masse brute totale': ({ totalGrossMassKg }) => ({ totalGrossMassKg: totalGrossMassKg + 1 }),
  'le destinataire des marchandises': ({ consignee }) => ({
    consignee: { ...consignee, name: 'IMPORTATEUR FICTIF AUTRE' },
  }),
  'les droits en jeu': ({ guarantee }) => ({
    guarantee: { ...guarantee, dutiesAtRisk: guarantee.dutiesAtRisk + 1 },
  }),
  "la désignation d'un article": ({ items: [first, ...others] }) =>
    first ? { items: [{ ...first, description: 'Marchandise fictive autre' }, ...others] } : {},
  'le numéro de la référence nationale': ({ nationalReference }) => ({
    nationalReference: NATIONAL_CHANGES['le numéro']?.(nationalReference) ?? nationalReference,
  }),
  'le destinataire des marchandises et les droits en jeu': ({ consignee, guarantee }) => ({
    consignee: { ...consignee, name: 'IMPORTATEUR FICTIF AUTRE' },
    guarantee: { ...guarantee, dutiesAtRisk: guarantee.dutiesAtRisk + 1 },
  }),
  'le titre de transport': ({ transportDocument }) => ({
    transportDocument: { ...transportDocument, reference: 'FICTBL-AUTRE' },
  }),
};

/** The same plate with its last digit one higher, 0 after 9: another truck, its number of the same form. */
const nextPlate = (plate: TransitNoticePayload['vehicle']['plate']): typeof plate =>
  plate.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)) as typeof plate;

const dayLater = (instant: string): string => new Date(Date.parse(instant) + 86_400_000).toISOString();
