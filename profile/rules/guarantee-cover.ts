/** What the register knows of a guarantee. Amounts are whole XOF, instants ISO 8601 UTC. */
export interface GuaranteeView {
  readonly kind: 'fund' | 'reservable';
  readonly accessCode: string;
  readonly holderTaxId: string;
  readonly countries: readonly string[];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly cancelled: boolean;
  /** Reference amount less what is reserved; absent for a fund, which has no balance (P20). */
  readonly availableAmount?: number;
}

/** What an operation asks of it. */
export interface GuaranteeDemand {
  readonly accessCode: string;
  readonly holderTaxId: string;
  readonly countries?: readonly string[];
  readonly amount?: number;
}

/**
 * Why a demand cannot be met, as codes of the list `guaranteeReasons`, in the order of that list; empty: it can (R13).
 * @param guarantee undefined when the register has none of this reference
 * @param now ms since the epoch
 * @source NCTS CL252; draft message set AT15; profile decision P20
 */
export function refusalReasons(
  demand: GuaranteeDemand,
  guarantee: GuaranteeView | undefined,
  now: number,
): string[] {
  if (!guarantee) return ['G01'];
  const inForce = now >= Date.parse(guarantee.validFrom) && now < Date.parse(guarantee.validUntil);
  const available = guarantee.availableAmount;
  const reasons: [code: string, holds: boolean][] = [
    ['G02', guarantee.cancelled || !inForce],
    ['G03', demand.accessCode !== guarantee.accessCode],
    ['G04', demand.holderTaxId !== guarantee.holderTaxId],
    ['INSUFFICIENT', available !== undefined && (demand.amount ?? 0) > available],
    ['COUNTRY_NOT_COVERED', countriesNotCovered(demand, guarantee).length > 0],
  ];
  return reasons.filter(([, holds]) => holds).map(([code]) => code);
}

/** Countries of the demand that the guarantee does not cover. */
export const countriesNotCovered = (
  { countries = [] }: Pick<GuaranteeDemand, 'countries'>,
  guarantee: Pick<GuaranteeView, 'countries'>,
): string[] => countries.filter((country) => !guarantee.countries.includes(country));
