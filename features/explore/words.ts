import type { ControlResultPayload } from '../../profile/messages/control-result.ts';
import type { DischargeNoticePayload } from '../../profile/messages/discharge-notice.ts';
import type { GuaranteeRequestPayload } from '../../profile/messages/guarantee-request.ts';
import type { ItineraryChangePayload } from '../../profile/messages/itinerary-change.ts';
import type { MessageName } from '../../profile/messages/messages.ts';
import type { MovementQueryPayload } from '../../profile/messages/movement-query.ts';
import type { Deed, Load } from './move.ts';

/** What the table of a sequence calls a message. */
export const MESSAGE_WORDS = {
  'avis de transit': 'TransitNotice',
  mainlevée: 'DepartureRelease',
  annulation: 'CancellationNotice',
  "changement d'itinéraire": 'ItineraryChange',
  'avis de passage': 'BorderPassage',
  "avis d'incident": 'IncidentNotice',
  "avis d'arrivée": 'ArrivalNotice',
  'résultat du contrôle': 'ControlResult',
  apurement: 'DischargeNotice',
  'avis de recherche': 'EnquiryRequest',
  "réponse à l'avis de recherche": 'EnquiryResponse',
  'avis de recouvrement': 'RecoveryNotice',
  'demande de renseignement': 'MovementQuery',
  'demande sur garantie': 'GuaranteeRequest',
} as const satisfies Record<string, MessageName>;

/** What it calls a deed. */
const DEED_WORDS = {
  répétition: 'repeat',
  'identifiant réutilisé': 'reuse-id',
  'consultation du registre': 'consult',
  'consultation de la garantie': 'consult-guarantee',
  tirage: 'pull',
  'réponses perdues': 'lose-answers',
  absence: 'leave',
  retour: 'return',
  'arrêt brutal et redémarrage': 'restart',
  attente: 'wait',
} as const satisfies Record<string, Deed>;

export const ACT_WORDS: Readonly<Record<string, string>> = { ...MESSAGE_WORDS, ...DEED_WORDS };

type Words<Meaning extends string = string> = Readonly<Record<string, Meaning>>;

/** The word for a meaning: how the table says it. */
export function wordsFor<Meaning extends string>(words: Words<Meaning>): (meaning: Meaning) => string {
  const byMeaning = new Map(Object.entries(words).map(([word, meaning]) => [meaning, word]));
  return (meaning) => {
    const word = byMeaning.get(meaning);
    if (word !== undefined) return word;
    throw new RangeError(
      `Failed to say "${meaning}": the words known are for ${[...byMeaning.keys()].join(', ')}.`,
    );
  };
}

export const wordOfAct = wordsFor(ACT_WORDS);

/** Bases of a discharge, as the table calls them. */
export const BASES: Words<DischargeNoticePayload['basis']> = {
  conforme: 'CONFORM',
  'différences résolues': 'RESOLVED',
  partiel: 'PARTIAL',
  recouvré: 'RECOVERED',
  'force majeure': 'FORCE_MAJEURE',
  'à la main': 'BY_HAND',
};

export const wordOfBasis = wordsFor(BASES);

/** Answers to an enquiry. */
export const ENQUIRY_ANSWERS: Words = {
  'aucune trace': '1',
  'arrivé et résultats à suivre': '4',
};

/** Operations on a guarantee. */
export const OPERATIONS: Words<GuaranteeRequestPayload['operation']> = {
  enregistrer: 'REGISTER',
  interroger: 'QUERY',
  affecter: 'RESERVE',
  libérer: 'RELEASE',
  'mettre en jeu': 'CLAIM',
  annuler: 'CANCEL',
};

export const wordOfOperation = wordsFor(OPERATIONS);

/** Changes of itinerary. */
export const DECISIONS: Words<ItineraryChangePayload['decision']> = {
  demandé: 'REQUESTED',
  autorisé: 'AUTHORISED',
  refusé: 'REFUSED',
};

export const wordOfDecision = wordsFor(DECISIONS);

/** Results of a control, with their codes. @source code list controlResults */
export const RESULTS: Words<ControlResultPayload['result']> = {
  'conforme (A1)': 'A1',
  'réputé conforme (A2)': 'A2',
  'différences mineures (A5)': 'A5',
  'non conforme (B1)': 'B1',
};

/** How much is asked for: enough to count the events. @source message AT10, scope */
export const SCOPES: Words<MovementQueryPayload['scope']> = {
  'les événements du mouvement': 'EVENTS',
  'tout ce qui concerne le mouvement': 'FULL',
};

/** What is on the truck, where it is not goods under seal. */
export const LOADS: Words<Load> = { 'sans scellé': 'unsealed', 'conteneurs vides': 'empty' };
export const wordOfLoad = wordsFor(LOADS);

/** A word on its own that says more of the message. */
export const WORDS = {
  skip: 'un numéro sauté',
  reached: 'un numéro déjà pris',
  behind: 'derrière ce qui attend',
  onTheSpot: 'rédigé sur le fait',
  exit: 'sortie',
  entry: 'entrée',
  turnedBack: 'refusé',
  offRoute: 'bureau hors itinéraire',
  broken: 'scellés rompus',
  replaced: 'scellés remplacés',
  changed: 'scellés changés',
  halfHourEarly: 'une demi-heure avant la sortie',
  again: 'de nouveau',
  mismatch: 'référence nationale discordante',
  sealAdded: 'un scellé ajouté',
  sealLost: 'un scellé oublié',
  notReserved: 'sans affectation',
  newLimit: 'nouveau délai',
  hold: 'camion retenu',
  noHold: 'sans retenir le camion',
  closed: 'clos',
  newSeals: 'scellés neufs',
  unasked: 'sans avis de recherche',
  tooMuch: 'plus que le disponible',
  otherAmount: 'autre montant',
  wrongCode: "code d'accès faux",
  otherHolder: 'autre titulaire',
  oneCountryMore: 'un pays de plus',
  untilMonthEnd: 'fin du mois',
  pastLimit: 'délai de route dépassé',
} as const;
