/** How goods are counted, for comparing what was declared with what was found. */
export const goodsKinds = ['bulk', 'liquid', 'packed'] as const;
export type GoodsKind = (typeof goodsKinds)[number];

/** A tolerance of comparison: a share of the declared value. Zero means exactly. */
export interface Tolerance {
  readonly massShare: number;
  readonly countShare: number;
  /** Document and clause, or `assumption`. */
  readonly source: string;
}

/**
 * Tolerances between books (never within one declaration, see R08), by kind of goods.
 * @source assumption for all figures: P16 asks for a tolerance per kind and publishes none
 */
export const tolerances: Readonly<Record<GoodsKind, Tolerance>> = {
  bulk: { massShare: 0.02, countShare: 0, source: 'assumption: weighbridge and moisture, 2 %' },
  liquid: { massShare: 0.005, countShare: 0, source: 'assumption: evaporation and temperature, 0.5 %' },
  packed: {
    massShare: 0.01,
    countShare: 0,
    source: 'assumption: weighbridge, 1 %; packages are counted exactly',
  },
};

/**
 * True when a found mass agrees with the declared one.
 * @param declaredKg mass in the declaration
 * @param foundKg mass found at control
 * @source profile decision P16
 */
export function withinTolerance(kind: GoodsKind, declaredKg: number, foundKg: number): boolean {
  const allowedKg = declaredKg * tolerances[kind].massShare;
  return Math.abs(foundKg - declaredKg) <= allowedKg + HALF_A_GRAM_KG;
}

/** Masses have three decimals: half of the last one absorbs binary fractions. */
export const HALF_A_GRAM_KG = 0.0005;

/**
 * The kind by which goods are compared, from the package code: `VL`, `VG` and `VQ` are liquid or gas in bulk, other
 * codes with V solid bulk, all else packed.
 * @source UN/ECE Recommendation 21
 */
export function goodsKindOf(packageKind: string): GoodsKind {
  if (packageKind === 'VL' || packageKind === 'VG' || packageKind === 'VQ') return 'liquid';
  return packageKind.startsWith('V') ? 'bulk' : 'packed';
}
