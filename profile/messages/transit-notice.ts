import { z } from 'zod';
import { instant } from '../envelope/envelope.ts';
import { deviceId } from '../identifiers/device-id.ts';
import { nationalReference } from '../identifiers/national-reference.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { defineMessage } from './message.ts';
import {
  container,
  goodsItem,
  guaranteeUse,
  itinerary,
  massKg,
  seal,
  supportingDocument,
  trader,
  transportDocument,
  vehicle,
} from './parts/parts.ts';

/** Lines of one declaration. @source document model, SAD box 32 */
export const MOST_ITEMS = 1_999;

/** The office of departure tells every administration on the road, ahead of the truck, what will come. */
export const TransitNotice = defineMessage({
  name: 'TransitNotice',
  wireCode: 'AT01',
  french: 'avis de transit',
  purpose: {
    fr: "Le bureau de départ annonce le mouvement à chaque administration de l'itinéraire.",
    en: 'The office of departure announces the movement to each administration on the itinerary.',
  },
  sender: 'office of departure',
  recipients: 'route',
  class: 'base',
  legalIn: ['NONE', 'REGISTERED', 'RELEASED', 'IN_TRANSIT', 'SUSPENDED'],
  numbering: 'movementVersion',
  counterparts: {
    ncts: 'IE001/IE050/IE160',
    etir: 'I7, I15',
    wco: 'INTERGOV Declaration',
  },
  payload: z.strictObject({
    /** REGISTERED the first time, AMENDED for a new version of the same movement. */
    status: z.enum(['REGISTERED', 'AMENDED']),
    transitReference,
    nationalReference,
    /** SAD box 1, e.g. `IM8` in Togo and Mali. */
    declarationModel: z.string().regex(/^[A-Z]{2}[0-9]$/),
    /** Additional codes, e.g. `981`: statistical fee suspended (Lomé-Port, goods for BF, ML, NE). */
    additionalCodes: z.array(z.string().regex(/^[0-9]{3}$/)).max(9),
    principal: trader,
    declarant: trader,
    exporter: trader,
    consignee: trader,
    itinerary,
    vehicle,
    /** True when the goods travel in containers (SAD box 19). */
    containerised: z.boolean(),
    containers: z.array(container).max(99),
    seals: z.array(seal).max(99),
    /** Must equal the number of `seals` (R06). */
    sealCount: z.int().min(0).max(99),
    items: z.array(goodsItem).min(1).max(MOST_ITEMS),
    /** At least the sum of the items (R08). */
    totalGrossMassKg: massKg,
    totalPackages: z.int().min(0).max(9_999_999),
    transportDocument,
    documents: z.array(supportingDocument).max(99),
    guarantee: guaranteeUse,
    /** Announced only; the limit that counts is fixed at release (P10). */
    plannedLimitDate: instant.optional(),
    /** Tracking device, where one is required (R14). */
    deviceId: deviceId.optional(),
  }),
});
export type TransitNoticePayload = z.infer<typeof TransitNotice.payload>;
