import { z } from 'zod';
import { code } from '../code-lists/code.ts';
import { deviceActions } from '../code-lists/code-lists.ts';
import { instant } from '../envelope/envelope.ts';
import { containerNumber } from '../identifiers/container-number.ts';
import { deviceId } from '../identifiers/device-id.ts';
import { officeCode } from '../identifiers/office-code.ts';
import { plate } from '../identifiers/plate.ts';
import { platformCode } from '../identifiers/platform-code.ts';
import { sealNumber } from '../identifiers/seal-number.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { defineMessage } from './message.ts';
import { text } from './parts/parts.ts';

/** An office puts a tracking device on a truck, takes it off, or has it relieved by another one at the border. */
export const DeviceAssignment = defineMessage({
  name: 'DeviceAssignment',
  wireCode: 'AT16',
  french: 'affectation de balise',
  purpose: {
    fr: "Un bureau pose une balise sur le camion, la dépose, ou la fait relever par une autre à la frontière ; les administrations de la route et la plateforme l'apprennent.",
    en: 'An office puts a tracking device on the truck, takes it off, or has another relieve it at the border; the administrations on the road and the platform are told.',
  },
  sender: 'any office',
  recipients: 'route',
  class: 'tracking',
  legalIn: [
    'REGISTERED',
    'RELEASED',
    'IN_TRANSIT',
    'SUSPENDED',
    'OVERDUE',
    'UNDER_ENQUIRY',
    'ARRIVED',
    'CONTROLLED',
    'DISCREPANCY',
    'PARTIALLY_DISCHARGED',
  ],
  numbering: 'originSeq',
  counterparts: { wco: 'EPCIS 2.0 AssociationEvent (ADD, DELETE)' },
  payload: z.strictObject({
    transitReference,
    action: code(deviceActions),
    /** Platform that listens to the device from here on. */
    platform: platformCode,
    deviceId,
    /** Electronic seal that belongs to the device, where it has one. */
    lockId: sealNumber.optional(),
    /** What the device is fixed to: a vehicle, and a container where there is one. */
    plate,
    container: containerNumber.optional(),
    batteryPct: z.int().min(0).max(100).optional(),
    /** When it was put on or taken off, UTC. */
    at: instant,
    /** Office whose officer did it; an officer is never named. */
    office: officeCode,
    /** Device that is taken off; TRANSFER only. */
    replaces: z.strictObject({ platform: platformCode, deviceId }).optional(),
    remarks: text(280).optional(),
  }),
});
export type DeviceAssignmentPayload = z.infer<typeof DeviceAssignment.payload>;
