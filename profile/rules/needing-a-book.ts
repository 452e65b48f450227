import { defineFunctionalRule } from './rule.ts';

/** R13: asked of the guarantee register; its answer tells it (`rules/guarantee-cover.ts`). */
export const guaranteeCovers = defineFunctionalRule({
  id: 'R13',
  fr: 'La garantie couvre chaque pays traversé et suffit aux droits en jeu.',
  en: 'The guarantee covers each country crossed and is enough for the duties at risk.',
  pointer: '/payload/reasons of the GuaranteeResult: COUNTRY_NOT_COVERED, INSUFFICIENT',
  source: 'draft message set R13; profile decision P20',
  code: 'GuaranteeResult',
  messages: ['GuaranteeRequest'],
});

/** R15: the road is that of the notice, or of an authorised change. */
export const officeOnRoute = defineFunctionalRule({
  id: 'R15',
  fr: "Le bureau de passage figure sur l'itinéraire en vigueur.",
  en: 'The office of passage is on the itinerary in force.',
  pointer: '/payload/office',
  source: 'draft message set R15, E14',
  code: 'OFF_ROUTE',
  messages: ['BorderPassage'],
});

/** R25: what was declared stays declared (`rules/amendments.ts`). */
export const amendableOnly = defineFunctionalRule({
  id: 'R25',
  fr: 'Après la mainlevée, seuls les champs modifiables changent.',
  en: 'After release only amendable fields change.',
  pointer: 'the changed field',
  source: 'draft message set R25; list of fields: assumption',
  code: 'NOT_AMENDABLE',
  messages: ['TransitNotice'],
});

/** R26: a seal announced is on the truck when it leaves (`rules/amendments.ts`). */
export const sealsKept = defineFunctionalRule({
  id: 'R26',
  fr: 'Chaque scellé annoncé est encore là à la mainlevée.',
  en: 'Each seal announced is still there at release.',
  pointer: '/payload/seals',
  source: 'draft message set D33; profile decision P16',
  code: 'SEALS_DIFFER',
  messages: ['DepartureRelease'],
});

/** Rules of the draft that are not judged in this version. */
export const deferredRules = [
  {
    id: 'R14',
    fr: 'Dispositif de suivi exigé selon produit ou route.',
    en: 'Device required for product or route classes.',
  },
] as const;
