import { z } from 'zod';
import { code } from '../code-lists/code.ts';
import { controlResults } from '../code-lists/code-lists.ts';
import { instant } from '../envelope/envelope.ts';
import { deviceId } from '../identifiers/device-id.ts';
import { officeCode } from '../identifiers/office-code.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { defineMessage } from './message.ts';
import { seal } from './parts/parts.ts';

/** The office of departure lets the truck go; from here the time limit counts. */
export const DepartureRelease = defineMessage({
  name: 'DepartureRelease',
  wireCode: 'AT02',
  french: 'mainlevée pour transit',
  purpose: {
    fr: 'Le bureau de départ a accordé la mainlevée : le camion peut partir, le délai court.',
    en: 'The office of departure has released the goods: the truck may leave and the time limit runs.',
  },
  sender: 'office of departure',
  recipients: 'route',
  class: 'base',
  legalIn: ['REGISTERED'],
  numbering: 'movementVersion',
  counterparts: {
    ncts: 'IE029 and IE001/IE050 at release',
    etir: 'I9',
    wco: 'Status',
  },
  payload: z.strictObject({
    transitReference,
    office: officeCode,
    releasedAt: instant,
    /** Latest presentation at destination, fixed here (P10). */
    limitDate: instant,
    /** Final seals; every seal announced in the TransitNotice must still be among them (R26). */
    seals: z.array(seal).max(99),
    sealCount: z.int().min(0).max(99),
    controlResult: code(controlResults),
    deviceId: deviceId.optional(),
    /** `reservationId` of the GuaranteeResult, for a reservable guarantee. */
    reservationId: z.uuid().optional(),
  }),
});
export type DepartureReleasePayload = z.infer<typeof DepartureRelease.payload>;
