import { defineRule, type PayloadOf, type RuleFault } from './rule.ts';

const GRAMS_PER_KG = 1000;

/** Masses have at most three decimals; whole grams add up exactly where binary fractions would not. */
const gramsOf = (massKg: number): number => Math.round(massKg * GRAMS_PER_KG);

/** R08: within one declaration, masses agree exactly; tolerances are for comparing books (P16). */
export const masses = defineRule({
  id: 'R08',
  fr: "La masse brute totale n'est pas inférieure à la somme des articles, ni la masse brute d'un article à sa masse nette.",
  en: 'The total gross mass is not less than the sum of the items, nor the gross mass of an item less than its net mass.',
  pointer: '/payload/totalGrossMassKg, /payload/items/N/netMassKg',
  source: 'draft message set R08; NCTS R0994, R0983, R0223',
  checks: { TransitNotice: faultsOf },
});

function faultsOf({ items, totalGrossMassKg }: PayloadOf<'TransitNotice'>): RuleFault[] {
  const faults: RuleFault[] = [];
  let sum = 0;
  items.forEach(({ grossMassKg, netMassKg }, index) => {
    sum += gramsOf(grossMassKg);
    if (gramsOf(netMassKg) <= gramsOf(grossMassKg)) return;
    faults.push({
      pointer: `/payload/items/${index}/netMassKg`,
      reason: `masse nette ${netMassKg} kg, plus que la masse brute ${grossMassKg} kg`,
    });
  });
  if (gramsOf(totalGrossMassKg) < sum) {
    const reason = `total ${totalGrossMassKg} kg, moins que la somme des articles ${sum / GRAMS_PER_KG} kg`;
    faults.push({ pointer: '/payload/totalGrossMassKg', reason });
  }
  return faults;
}
