import { z } from 'zod';
import { instant } from '../envelope/envelope.ts';
import { countryCode } from '../identifiers/country-code.ts';
import { plate } from '../identifiers/plate.ts';
import { defineLookup, endOfDay } from './lookup.ts';

/**
 * The register of vehicles: whether truck and trailer are approved for transit under customs seal.
 * @source TRIE convention 1982 (approval of vehicles); domain notes section 7 (plates); the interface: assumption
 */
export const vehicleRegister = defineLookup({
  name: 'vehicle-register',
  french: 'registre des véhicules',
  purpose: {
    fr: 'Dire si un véhicule est agréé pour le transit sous scellement, et jusque quand.',
    en: 'Says whether a vehicle is approved for transit under seal, and until when.',
  },
  path: '/vehicles/{plate}?country={country}',
  answer: z.strictObject({
    plate,
    country: countryCode,
    kind: z.enum(['TRACTOR', 'TRAILER', 'RIGID']),
    status: z.enum(['APPROVED', 'SUSPENDED', 'EXPIRED']),
    approvedUntil: z.iso.date(),
    asOf: instant,
  }),
  unknown: 'UNKNOWN_VEHICLE',
  asks: ({ vehicle }) => [
    { key: { plate: vehicle.plate, country: vehicle.country }, at: '/vehicle/plate' },
    ...(vehicle.trailerPlate
      ? [{ key: { plate: vehicle.trailerPlate, country: vehicle.country }, at: '/vehicle/trailerPlate' }]
      : []),
  ],
  misfit: (key, answer) =>
    answer.plate === key.plate && answer.country === key.country ? null : 'other vehicle',
  keptUntil: (_, now) => endOfDay(now),
  contradictions: ({ status, approvedUntil }, _notice, { at, on }) => {
    if (status !== 'APPROVED') return [{ at, reason: status }];
    return approvedUntil < on ? [{ at, reason: `approved until ${approvedUntil}` }] : [];
  },
});
