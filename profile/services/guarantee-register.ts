import { z } from 'zod';
import { code } from '../code-lists/code.ts';
import { guaranteeKinds } from '../code-lists/code-lists.ts';
import { instant } from '../envelope/envelope.ts';
import { countryCode } from '../identifiers/country-code.ts';
import { guaranteeReference } from '../identifiers/guarantee-reference.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { amount, text } from '../messages/parts/parts.ts';

/**
 * `GET /guarantees/{reference}`: a guarantee as the register of its guarantor keeps it. Amounts are whole XOF, of a
 * reservable one only; always with the access code.
 * @source NCTS IE200/IE201 (query on guarantees); profile decisions P20, P21; the interface: assumption
 */
export const registeredGuarantee = z.strictObject({
  reference: guaranteeReference,
  kind: code(guaranteeKinds),
  holderTaxId: text(20),
  countries: z.array(countryCode).min(1).max(20),
  validFrom: instant,
  validUntil: instant,
  referenceAmount: amount.optional(),
  availableAmount: amount.optional(),
  status: z.enum(['VALID', 'CANCELLED']),
  asOf: instant,
});
export type RegisteredGuarantee = z.infer<typeof registeredGuarantee>;

/**
 * `PUT /guarantees/{reference}/reservations/{transitReference}`: what shall stand for a movement. The register can tell a
 * country that is not covered only when it hears which ones are crossed.
 */
export const reservationRequest = z.strictObject({
  /** Whole XOF. */
  amount,
  holderTaxId: text(20),
  /** Countries the movement crosses. */
  countries: z.array(countryCode).min(1).max(20),
});
export type ReservationRequest = z.infer<typeof reservationRequest>;

/** The answer to it: 201 when it is new, 200 when it stood already. It names what it answers. */
export const heldReservation = z.strictObject({
  reference: guaranteeReference,
  transitReference,
  reservationId: z.uuid(),
  /** Whole XOF. */
  amount,
  availableAmount: amount,
});
export type HeldReservation = z.infer<typeof heldReservation>;

/** Path of a guarantee from the base address of its register. */
export const guaranteePath = (reference: string): string => `/guarantees/${encodeURIComponent(reference)}`;

/** Path of what stands for one movement, from the base address of the register: PUT holds it, DELETE gives it back. */
export const reservationPath = (reference: string, transit: string): string =>
  `${guaranteePath(reference)}/reservations/${encodeURIComponent(transit)}`;
