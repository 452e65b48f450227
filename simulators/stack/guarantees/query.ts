import type { Pool } from 'pg';
import { findGuarantee, findOpenReservations } from './guarantee-table.ts';

/** The register entry as published (binding, section 4), without access code; null when there is none. */
export async function registerEntry(pool: Pool, reference: string): Promise<Record<string, unknown> | null> {
  const guarantee = await findGuarantee(pool, reference, false);
  if (!guarantee) return null;
  const { referenceAmount, reservedAmount } = guarantee;
  const reservations = await findOpenReservations(pool, reference);
  return {
    guaranteeReference: reference,
    kind: guarantee.kind,
    holderTaxId: guarantee.holderTaxId,
    countries: guarantee.countries,
    validFrom: new Date(guarantee.validFrom).toISOString(),
    validUntil: new Date(guarantee.validUntil).toISOString(),
    ...(referenceAmount === null
      ? {}
      : { referenceAmount, reservedAmount, availableAmount: referenceAmount - reservedAmount }),
    reservations: reservations.map(({ transitReference, amount, reservationId }) => ({
      transitReference,
      amount,
      reservationId,
    })),
  };
}
