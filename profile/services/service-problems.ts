import { z } from 'zod';
import { guaranteeReasons } from '../code-lists/code-lists.ts';
import { countryCode } from '../identifiers/country-code.ts';

/**
 * What a service refuses, by code: HTTP status and meaning. `UNKNOWN_...` is the refusal of a question; the others those of a
 * guarantee register, named like the reasons of GuaranteeResult (AT15).
 * @source NCTS CL252 (G01 to G05); the rest: assumption
 */
export const serviceProblems = {
  UNKNOWN_TAXPAYER: { status: 404, fr: 'contribuable inconnu', en: 'taxpayer not registered' },
  UNKNOWN_VEHICLE: { status: 404, fr: 'véhicule inconnu', en: 'vehicle not registered' },
  UNKNOWN_BILL: {
    status: 404,
    fr: 'connaissement absent du manifeste',
    en: 'bill of lading on no manifest',
  },
  UNKNOWN_HS_CODE: { status: 404, fr: 'position tarifaire inconnue', en: 'code not in the tariff' },
  G01: { status: 422, ...guaranteeReasons.G01 },
  G02: { status: 422, ...guaranteeReasons.G02 },
  G03: { status: 422, ...guaranteeReasons.G03 },
  G04: { status: 422, ...guaranteeReasons.G04 },
  COUNTRY_NOT_COVERED: { status: 422, ...guaranteeReasons.COUNTRY_NOT_COVERED },
  INSUFFICIENT: { status: 409, ...guaranteeReasons.INSUFFICIENT },
  G05: { status: 409, ...guaranteeReasons.G05 },
} as const satisfies Record<string, { status: number; fr: string; en: string }>;

export type ServiceProblemCode = keyof typeof serviceProblems;

const codes = Object.keys(serviceProblems) as [ServiceProblemCode, ...ServiceProblemCode[]];

/** Body of a refusal, `application/problem+json`; `type` is the code itself. @source RFC 9457 */
export const serviceProblem = z.strictObject({
  type: z.enum(codes),
  title: z.string().min(1).max(200),
  /** The same as that of the answer. */
  status: z.int().min(400).max(499),
  detail: z.string().min(1).max(500).optional(),
  /** Only with COUNTRY_NOT_COVERED: which they are. */
  countriesNotCovered: z.array(countryCode).min(1).max(20).optional(),
});
export type ServiceProblem = z.infer<typeof serviceProblem>;

/** The body of a refusal. @param more members that go with the code */
export const serviceProblemOf = (
  code: ServiceProblemCode,
  more: Pick<ServiceProblem, 'detail' | 'countriesNotCovered'> = {},
): ServiceProblem => ({
  type: code,
  title: serviceProblems[code].en,
  status: serviceProblems[code].status,
  ...more,
});
