import { z } from 'zod';
import { code } from '../../code-lists/code.ts';
import {
  guaranteeKinds,
  legRoles,
  sealAffixers,
  sealKinds,
  sealsStates,
} from '../../code-lists/code-lists.ts';
import { instant } from '../../envelope/envelope.ts';
import { containerNumber } from '../../identifiers/container-number.ts';
import { countryCode } from '../../identifiers/country-code.ts';
import { guaranteeReference } from '../../identifiers/guarantee-reference.ts';
import { officeCode } from '../../identifiers/office-code.ts';
import { plate } from '../../identifiers/plate.ts';
import { sealNumber } from '../../identifiers/seal-number.ts';

/** Free text of an officer or trader: no control characters, at most `max` characters. */
export const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]+$/u);

/** A mass in kilograms, at most three decimals. */
export const massKg = z.number().min(0).max(10_000_000).multipleOf(0.001);

/** An amount of money: a whole number of `currency` units (XOF has no decimals). @source domain notes section 7 */
export const amount = z.int().min(0).max(1_000_000_000_000);
export const currency = z.string().regex(/^[A-Z]{3}$/);
export const money = z.strictObject({ amount, currency });

/** A trader or the declarant: SAD boxes 2, 8, 14, 50. */
export const trader = z.strictObject({
  name: text(70),
  /** National taxpayer number (NIF, IFU); format by country. */
  taxId: text(20).optional(),
  address: text(140).optional(),
  country: countryCode,
});
export type Trader = z.infer<typeof trader>;

/** One office of the itinerary, in order of travel. */
export const leg = z.strictObject({
  sequence: z.int().min(1).max(99),
  office: officeCode,
  country: countryCode,
  role: code(legRoles),
  plannedAt: instant,
});
export type Leg = z.infer<typeof leg>;

export const itinerary = z.strictObject({
  /** Name of the agreed corridor in reference data, e.g. `LOME-CINKANSE-OUAGADOUGOU`. */
  corridor: z
    .string()
    .regex(/^[A-Z0-9]+(?:-[A-Z0-9]+)*$/)
    .max(64),
  legs: z.array(leg).min(2).max(20),
});
export type Itinerary = z.infer<typeof itinerary>;

export const vehicle = z.strictObject({
  plate,
  /** Country of registration. */
  country: countryCode,
  trailerPlate: plate.optional(),
  driver: text(70).optional(),
});
export type Vehicle = z.infer<typeof vehicle>;

/** A seal as affixed. @source ISO 17712, ISO 18185; NCTS R0106, R0107 */
export const seal = z.strictObject({
  number: sealNumber,
  kind: code(sealKinds),
  affixedBy: code(sealAffixers),
});
export type Seal = z.infer<typeof seal>;

export const container = z.strictObject({
  number: containerNumber,
  /** ISO 6346 size and type, e.g. `22G1`. */
  sizeType: z
    .string()
    .regex(/^[0-9A-Z]{4}$/)
    .optional(),
  empty: z.boolean(),
});
export type Container = z.infer<typeof container>;

/** Packages of one item: SAD box 31. */
export const packages = z.strictObject({
  /** UN/ECE Recommendation 21 code: two characters, e.g. `BG` bag, `CT` carton, `VL` bulk liquid. */
  kind: z.string().regex(/^[A-Z0-9]{2}$/),
  count: z.int().min(0).max(999_999),
  marks: text(140).optional(),
});

/** One line of the declaration: SAD boxes 31-38, 46. */
export const goodsItem = z.strictObject({
  sequence: z.int().min(1).max(1_999),
  /** Harmonized System, six digits. */
  hsCode: z.string().regex(/^[0-9]{6}$/),
  /** Country of origin. */
  origin: countryCode,
  description: text(280),
  packages,
  grossMassKg: massKg,
  netMassKg: massKg,
  /** Customs value (CIF). */
  value: money,
  containers: z.array(containerNumber).max(99).optional(),
});
export type GoodsItem = z.infer<typeof goodsItem>;

/** A supporting document: SAD box 44. `type` 705 is a bill of lading (UN/EDIFACT 1001). */
export const supportingDocument = z.strictObject({
  type: z.string().regex(/^[A-Z0-9]{3,4}$/),
  reference: text(35),
});

/** The transport document; `part` of `parts` when one bill of lading is split over several T1s. */
export const transportDocument = z.strictObject({
  reference: text(35),
  line: z.int().min(1).max(9_999).optional(),
  part: z.int().min(1).max(999).optional(),
  parts: z.int().min(1).max(999).optional(),
});

/** What an officer saw of the seals. `numbers` are the seals in place; `replaced` says which new for which old. */
export const sealsCheck = z.strictObject({
  state: code(sealsStates),
  numbers: z.array(sealNumber).max(99),
  replaced: z
    .array(z.strictObject({ old: sealNumber, new: sealNumber }))
    .max(99)
    .optional(),
});
export type SealsCheck = z.infer<typeof sealsCheck>;

/** A difference found: JSON Pointer into the payload of the TransitNotice, declared and found value as text. */
export const difference = z.strictObject({
  pointer: z
    .string()
    .regex(/^(?:\/[^/]*)+$/)
    .max(200),
  declared: text(140).optional(),
  found: text(140),
});
export type Difference = z.infer<typeof difference>;

/** One fault: stable code of the error catalogue, JSON Pointer from the root of the message, reason for people. */
export const finding = z.strictObject({
  code: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/)
    .max(40),
  /** RFC 6901; the empty string is the whole message. */
  pointer: z.string().max(300),
  reason: text(500),
  /** Rule id (`R01`...) when a rule was broken. */
  rule: z
    .string()
    .regex(/^R[0-9]{2}$/)
    .optional(),
});
export type WireFinding = z.infer<typeof finding>;

/** The guarantee as a movement cites it; the amounts are in XOF. */
export const guaranteeUse = z.strictObject({
  reference: guaranteeReference,
  kind: code(guaranteeKinds),
  /** Duties and taxes suspended, whole XOF. */
  dutiesAtRisk: amount,
});
