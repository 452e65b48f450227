import type { GoodsItem } from '../messages/parts/parts.ts';
import { defineRule, type PayloadOf, type RuleFault } from './rule.ts';

/** Bulk has no packages to count: UN/ECE Recommendation 21 codes of bulk begin with V. */
const isBulk = ({ packages }: GoodsItem): boolean => packages.kind.startsWith('V');

/** R09: an item without packages of its own is packed with another item under the same marks. */
export const packagesShared = defineRule({
  id: 'R09',
  fr: "Un article sans colis (hors vrac) partage ceux d'un autre article, aux mêmes marques.",
  en: 'An item without packages (bulk apart: package codes that begin with V) shares those of another item, under the same marks.',
  pointer: '/payload/items/N/packages/count',
  source: 'draft message set R09; NCTS R0219, R0220, R0221; bulk codes: UN/ECE Recommendation 21',
  checks: {
    TransitNotice: ({ items }) => {
      const marks = new Set(
        items.filter(({ packages }) => packages.count > 0).map(({ packages }) => packages.marks),
      );
      return items.flatMap((item, index) => {
        const { count, marks: own } = item.packages;
        if (count > 0 || isBulk(item) || (own !== undefined && marks.has(own))) return [];
        const reason = "aucun colis, et aucun autre article n'a ces marques";
        return [{ pointer: `/payload/items/${index}/packages/count`, reason }];
      });
    },
  },
});

/** R10: the items of a declaration are numbered 1, 2, 3 ... in order. */
export const itemNumbers = defineRule({
  id: 'R10',
  fr: 'Les articles sont numérotés de 1 en 1, dans leur ordre.',
  en: 'Items are numbered 1, 2, 3 ... in their order.',
  pointer: '/payload/items/N/sequence',
  source: 'draft message set R10; NCTS R0987',
  checks: {
    TransitNotice: (notice) =>
      faultyItems(notice, ({ sequence }, index) =>
        sequence === index + 1 ? null : ['sequence', `attendu ${index + 1}, trouvé ${sequence}`],
      ),
  },
});

const LAST_CHAPTER = 97;
const RESERVED_CHAPTER = 77;

/** R11: a commodity code lies in a chapter of the Harmonized System. The full list is national reference data. */
export const commodityChapters = defineRule({
  id: 'R11',
  fr: 'Le code SH est dans un chapitre du Système harmonisé (01 à 97, sauf 77).',
  en: 'The HS code lies in a chapter of the Harmonized System (01 to 97, but 77).',
  pointer: '/payload/items/N/hsCode',
  source: 'draft message set R11, C05; Harmonized System, chapters (77 is reserved)',
  checks: {
    TransitNotice: (notice) =>
      faultyItems(notice, ({ hsCode }) => {
        const chapter = Number(hsCode.slice(0, 2));
        const exists = chapter >= 1 && chapter <= LAST_CHAPTER && chapter !== RESERVED_CHAPTER;
        return exists ? null : ['hsCode', `pas de chapitre ${hsCode.slice(0, 2)}`];
      }),
  },
});

/** R21: goods and claims have a value; duties are claimed in XOF. */
export const amountsPositive = defineRule({
  id: 'R21',
  fr: "La valeur d'un article est supérieure à zéro ; un recouvrement aussi, et il est en XOF.",
  en: 'The value of an item is more than zero; so is a recovery, and it is in XOF.',
  pointer: '/payload/items/N/value/amount, /payload/amount/amount, /payload/amount/currency',
  source: 'draft message set R21',
  checks: {
    TransitNotice: (notice) =>
      faultyItems(notice, ({ value }) => (value.amount > 0 ? null : ['value/amount', 'valeur nulle'])),
    RecoveryNotice: ({ amount: { amount, currency } }) => [
      ...(amount > 0 ? [] : [{ pointer: '/payload/amount/amount', reason: 'montant nul' }]),
      ...(currency === 'XOF'
        ? []
        : [{ pointer: '/payload/amount/currency', reason: `attendu XOF, trouvé ${currency}` }]),
    ],
  },
});

type FaultOf = (item: GoodsItem, index: number) => [field: string, reason: string] | null;

function faultyItems({ items }: PayloadOf<'TransitNotice'>, faultOf: FaultOf): RuleFault[] {
  const faults: RuleFault[] = [];
  items.forEach((item, index) => {
    const fault = faultOf(item, index);
    if (fault) faults.push({ pointer: `/payload/items/${index}/${fault[0]}`, reason: fault[1] });
  });
  return faults;
}
