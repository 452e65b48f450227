import { lookupDouble } from './lookup-double.ts';

const DAY_MS = 86_400_000;
/** @source assumption: an approval holds for a year */
const APPROVED_DAYS = 365;

/** The register of vehicles: truck and trailer are approved for a year. */
export const vehicleRegister = lookupDouble<{ plate: string; country: string }>(
  'vehicle-register',
  ({ plate, country }, { notice: { vehicle } }, asOf, pointer) => ({
    plate,
    country,
    kind: pointer.endsWith('/trailerPlate') ? 'TRAILER' : vehicle.trailerPlate ? 'TRACTOR' : 'RIGID',
    status: 'APPROVED',
    approvedUntil: new Date(Date.parse(asOf) + APPROVED_DAYS * DAY_MS).toISOString().slice(0, 10),
    asOf,
  }),
);
