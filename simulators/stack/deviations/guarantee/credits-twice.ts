import { defineDeviation } from '../deviation.ts';

/** Amounts reserved by movement, and credits given by guarantee on top of what the discharge gave back. */
const reserved = new Map<unknown, number>();
const credits = new Map<unknown, number>();

/** Released once more after discharge, the guarantee is worth more than before. */
export default defineDeviation({
  name: 'credits-twice',
  violates: ['GUA-013'],
  why: "release adds the amount back, whatever the reservation's state",
  onGuarantee: (result, { operation, guaranteeReference, transitReference, amount }) => {
    if (result['accepted'] !== true) return result;
    if (operation === 'RESERVE') reserved.set(transitReference, Number(amount));
    if (operation === 'RELEASE')
      credits.set(
        guaranteeReference,
        (credits.get(guaranteeReference) ?? 0) + (reserved.get(transitReference) ?? 0),
      );
    return result;
  },
  onPublish: (body) => {
    const credit = credits.get(body['guaranteeReference']);
    return credit === undefined
      ? body
      : { ...body, availableAmount: Number(body['availableAmount']) + credit };
  },
});
