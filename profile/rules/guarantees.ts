import { defineRule, type PayloadOf, type RuleFault } from './rule.ts';

/** R12: a guarantee states what its kind has: an amount, or the receipt of the contribution. */
export const guaranteeTerms = defineRule({
  id: 'R12',
  fr: "Une garantie à montant de référence donne ce montant, une contribution au fonds son reçu ; l'une n'a pas ce qu'a l'autre ; la validité a une durée.",
  en: 'A guarantee with a reference amount gives the amount, a contribution to the fund its receipt; neither has what the other has; the validity has a length.',
  pointer: '/payload/terms/referenceAmount, /payload/terms/receipt, /payload/terms/validUntil',
  source: 'draft message set R12; NCTS C0085, C0086; profile decision P20',
  checks: {
    GuaranteeRequest: ({ terms }) => {
      if (!terms) return [];
      const reservable = terms.kind === 'reservable';
      const faults = [
        ...mismatch('terms/referenceAmount', terms.referenceAmount, reservable, `le type ${terms.kind}`),
        ...mismatch('terms/receipt', terms.receipt, !reservable, `le type ${terms.kind}`),
      ];
      if (Date.parse(terms.validUntil) <= Date.parse(terms.validFrom)) {
        faults.push({
          pointer: '/payload/terms/validUntil',
          reason: "la fin de validité n'est pas après le début",
        });
      }
      return faults;
    },
  },
});

type Operation = PayloadOf<'GuaranteeRequest'>['operation'];

/** Fields that an operation on the register cannot do without. */
const neededBy: Readonly<Record<Operation, readonly ('transitReference' | 'amount' | 'countries')[]>> = {
  REGISTER: [],
  QUERY: ['countries'],
  RESERVE: ['transitReference', 'amount', 'countries'],
  RELEASE: ['transitReference'],
  CANCEL: [],
  CLAIM: ['transitReference', 'amount'],
};

/** R35: an operation on a guarantee has the fields it needs. */
export const guaranteeOperationFields = defineRule({
  id: 'R35',
  fr: "Chaque opération sur garantie porte ce qu'il lui faut : mouvement (affecter, libérer, mettre en jeu), montant (affecter, mettre en jeu), pays (interroger, affecter), conditions (enregistrer, et alors seulement).",
  en: 'Each operation on a guarantee carries what it needs: movement (RESERVE, RELEASE, CLAIM), amount (RESERVE, CLAIM), countries (QUERY, RESERVE), terms (REGISTER, and only there).',
  pointer: '/payload/(transitReference|amount|countries|terms)',
  source: 'draft message set AT14; profile decisions P20, P21',
  checks: {
    GuaranteeRequest: (payload) => {
      const { operation, terms } = payload;
      const faults = neededBy[operation]
        .filter((field) => payload[field] === undefined)
        .map((field) => ({ pointer: `/payload/${field}`, reason: `l'opération ${operation} le demande` }));
      return [...faults, ...mismatch('terms', terms, operation === 'REGISTER', `l'opération ${operation}`)];
    },
  },
});

function mismatch(field: string, value: unknown, wanted: boolean, because: string): RuleFault[] {
  if ((value !== undefined) === wanted) return [];
  return [{ pointer: `/payload/${field}`, reason: wanted ? `${because} le demande` : `${because} l'exclut` }];
}
