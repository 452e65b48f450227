import type { ControlOutcome } from '../messages/parts/control-outcome.ts';
import { defineRule, type RuleFault } from './rule.ts';

const needed = (pointer: string, reason: string): RuleFault[] => [{ pointer, reason }];

/** R16: who finds differences says which, or remarks on them. */
export const differencesTold = defineRule({
  id: 'R16',
  fr: 'Un résultat A5 ou B1 indique les différences ou porte des remarques.',
  en: 'A result A5 or B1 lists differences or carries remarks.',
  pointer: '/payload/differences, or /payload/controlResult/differences',
  source: 'draft message set R16; NCTS C0930',
  checks: {
    ControlResult: (payload) => untold(payload, '/payload/differences'),
    ArrivalNotice: ({ controlResult }) =>
      controlResult ? untold(controlResult, '/payload/controlResult/differences') : [],
  },
});

function untold(
  outcome: Pick<ControlOutcome, 'result' | 'differences' | 'remarks'>,
  pointer: string,
): RuleFault[] {
  const { result, differences, remarks } = outcome;
  if (result === 'A1' || result === 'A2' || differences.length > 0 || remarks) return [];
  return needed(pointer, `le résultat ${result} demande des différences ou des remarques`);
}

/** R17: an answer to an enquiry says what its code leaves open. */
export const enquiryAnswerComplete = defineRule({
  id: 'R17',
  fr: "La réponse 2 ou 4 à un avis de recherche porte un texte, la réponse 3 la date d'arrivée.",
  en: 'Answer 2 or 4 to an enquiry carries a text, answer 3 the time of arrival.',
  pointer: '/payload/text, /payload/arrivedAt',
  source: 'draft message set R17; NCTS C0013; arrivedAt: assumption',
  checks: {
    EnquiryResponse: ({ code, text, arrivedAt }) => {
      if ((code === '2' || code === '4') && !text)
        return needed('/payload/text', `la réponse ${code} demande un texte`);
      if (code === '3' && !arrivedAt)
        return needed('/payload/arrivedAt', "la réponse 3 demande la date d'arrivée");
      return [];
    },
  },
});

/** R27: who ends a movement without a conform arrival says why. */
export const dischargeReason = defineRule({
  id: 'R27',
  fr: 'Une clôture manuelle, une force majeure ou un recouvrement est motivé.',
  en: 'Closing by hand, force majeure and recovery are given a reason.',
  pointer: '/payload/reason',
  source: 'profile decision P15',
  checks: {
    DischargeNotice: ({ basis, reason }) => {
      const explained = basis === 'CONFORM' || basis === 'RESOLVED' || basis === 'PARTIAL';
      return explained || reason ? [] : needed('/payload/reason', `la base ${basis} demande un motif`);
    },
  },
});

/** R28: a partial discharge says what stays open; a whole one leaves nothing open. */
export const openItems = defineRule({
  id: 'R28',
  fr: "Un apurement partiel nomme les articles encore ouverts ; un autre apurement n'en nomme aucun.",
  en: 'A partial discharge names the items still open; any other names none.',
  pointer: '/payload/openItems',
  source: 'profile decision P15',
  checks: {
    DischargeNotice: ({ basis, openItems: open }) => {
      if (basis === 'PARTIAL' && !open?.length)
        return needed('/payload/openItems', 'aucun article ouvert nommé');
      if (basis !== 'PARTIAL' && open)
        return needed('/payload/openItems', `pas d'article ouvert avec la base ${basis}`);
      return [];
    },
  },
});

/** R33: a new road is described, unless it is refused. */
export const newItinerary = defineRule({
  id: 'R33',
  fr: "Un changement d'itinéraire demandé ou autorisé donne le nouvel itinéraire en entier.",
  en: 'A change of itinerary, requested or authorised, gives the whole new itinerary.',
  pointer: '/payload/itinerary',
  source: 'draft message set AT04',
  checks: {
    ItineraryChange: ({ decision, itinerary }) =>
      decision === 'REFUSED' || itinerary
        ? []
        : needed('/payload/itinerary', "le nouvel itinéraire n'est pas donné"),
  },
});

/** R34: a truck turned back is told why. */
export const refusalReason = defineRule({
  id: 'R34',
  fr: 'Un refus de passage est motivé.',
  en: 'A refusal of passage is given a reason.',
  pointer: '/payload/refusalReason',
  source: 'draft message set AT05; NCTS IE119',
  checks: {
    BorderPassage: ({ outcome, refusalReason: reason }) =>
      outcome === 'PASSED' || reason ? [] : needed('/payload/refusalReason', "le refus n'est pas motivé"),
  },
});
