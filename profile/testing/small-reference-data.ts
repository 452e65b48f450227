import { type OfficeEntry, officeEntry } from '../messages/parts/reference-content.ts';
import type { ReferenceData } from '../reference-data.ts';

const office = (code: string, roles: string[], validUntil?: string): [string, OfficeEntry] => [
  code,
  officeEntry.parse({
    code,
    name: `Bureau fictif ${code}`,
    country: code.slice(0, 2),
    roles,
    timeZone: 'Africa/Lome',
    openingHours: [],
    validFrom: '2026-01-01T00:00:00Z',
    ...(validUntil ? { validUntil } : {}),
  }),
];

/** Two countries and one road; BF0BIT1 closed in June 2026. For tests only. */
export const smallReferenceData: ReferenceData = {
  offices: new Map([
    office('TG0LOM1', ['DEP', 'DES']),
    office('TG0CIN1', ['TRA']),
    office('BF0CIN1', ['TRA']),
    office('BF0OUA1', ['DEP', 'DES']),
    office('BF0BIT1', ['TRA'], '2026-06-01T00:00:00Z'),
  ]),
  itineraries: new Map([['LOME-CINKANSE-OUAGADOUGOU', { corridor: 'LOME-CINKANSE-OUAGADOUGOU', legs: [] }]]),
  countries: new Set(['TG', 'BF']),
  holidays: [],
};
