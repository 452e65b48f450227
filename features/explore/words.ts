import type { MessageName } from '../../profile/messages/messages.ts';
import type { Deed } from './move.ts';

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
export const DEED_WORDS = {
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

/** How a change of a valid message is called, for messages that must be refused in the answer. */
export const FAULTY = 'fautif';

export const ACT_WORDS: Readonly<Record<string, string>> = { ...MESSAGE_WORDS, ...DEED_WORDS };

const wordsByAct = new Map(Object.entries(ACT_WORDS).map(([word, act]) => [act, word]));

/** The word of the table for an act. */
export const wordOfAct = (act: string): string => wordsByAct.get(act) ?? act;

/** Bases of a discharge, as the table calls them. */
export const BASES: Readonly<Record<string, string>> = {
  conforme: 'CONFORM',
  'différences résolues': 'RESOLVED',
  partiel: 'PARTIAL',
  recouvré: 'RECOVERED',
  'force majeure': 'FORCE_MAJEURE',
  'à la main': 'BY_HAND',
};

/** Answers to an enquiry. */
export const ENQUIRY_ANSWERS: Readonly<Record<string, string>> = {
  'aucune trace': '1',
  'arrivé, résultats à suivre': '4',
};

/** Operations on a guarantee. */
export const OPERATIONS: Readonly<Record<string, string>> = {
  enregistrer: 'REGISTER',
  interroger: 'QUERY',
  affecter: 'RESERVE',
  libérer: 'RELEASE',
  'mettre en jeu': 'CLAIM',
  annuler: 'CANCEL',
};

/** Changes of itinerary. */
export const DECISIONS: Readonly<Record<string, string>> = {
  demandé: 'REQUESTED',
  autorisé: 'AUTHORISED',
  refusé: 'REFUSED',
};

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
  hold: 'attente',
  noHold: 'sans attente',
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
