import { defineParameterType } from '@cucumber/cucumber';
import type { MessageName } from '../../profile/messages/messages.ts';
import type { Misbehaviour } from '../../simulators/customs/index.ts';
import { AMENDMENTS } from './amendments.ts';
import { BAD_EXTENSIONS } from './extensions.ts';
import { FAULTY_MESSAGES } from './faulty-messages.ts';
import { anyOf, definePhrases } from './phrases.ts';
import { meaningOf } from './words.ts';

export const MESSAGE_PHRASES: Readonly<Record<string, MessageName>> = {
  "l'avis de transit": 'TransitNotice',
  'la mainlevée': 'DepartureRelease',
  "l'annulation": 'CancellationNotice',
  "le changement d'itinéraire": 'ItineraryChange',
  "l'avis de passage": 'BorderPassage',
  "l'avis d'incident": 'IncidentNotice',
  "l'avis d'arrivée": 'ArrivalNotice',
  'le résultat du contrôle': 'ControlResult',
  "l'apurement": 'DischargeNotice',
  "l'avis de recherche": 'EnquiryRequest',
  "la réponse à l'avis de recherche": 'EnquiryResponse',
  "l'avis de recouvrement": 'RecoveryNotice',
  'la demande de renseignement': 'MovementQuery',
  "l'accusé de réception": 'Acknowledgement',
  'le refus de syntaxe': 'SyntaxError',
  'le refus fonctionnel': 'FunctionalError',
  "l'avis de constat": 'FindingNotice',
};

/** A message as officers call it, for sending it or for saying where it went. */
definePhrases('message', MESSAGE_PHRASES);

/** Several messages, in order: `l'avis de transit, la mainlevée`. */
const MESSAGE = anyOf(Object.keys(MESSAGE_PHRASES));
defineParameterType({
  name: 'messages',
  regexp: new RegExp(`(?:${MESSAGE})(?:, (?:${MESSAGE}))*`),
  transformer: (list: string): MessageName[] =>
    list.split(', ').map((phrase) => meaningOf('Message', phrase, MESSAGE_PHRASES)),
});

/** How a national system treats a delivery badly. */
definePhrases<Misbehaviour>('mishap', {
  'se dit momentanément indisponible': { kind: 'status', status: 503 },
  'répond par une erreur interne': { kind: 'status', status: 500 },
  'coupe la liaison sans répondre': { kind: 'reset' },
  'enregistre le message mais sa réponse se perd': { kind: 'lost-answer' },
  'déclare le message fautif': { kind: 'refuse', code: 'UNKNOWN_OFFICE', pointer: '/payload/office' },
  'déclare le message en double': { kind: 'status', status: 409 },
});

/** A message with one thing wrong in it. */
definePhrases('faulty_message', FAULTY_MESSAGES);

/** What is no message at all. */
definePhrases('rubbish', {
  'un texte XML': Buffer.from('<AvisDeTransit/>'),
  'un message coupé au milieu': Buffer.from('{"profileVersion":"0.1","messageType":"AT0'),
  "un texte qui n'est pas en UTF-8": Buffer.from([0x22, 0x4c, 0x6f, 0x6d, 0xe9, 0x22]),
});

/** `1, 2, 3` -> attempts. */
defineParameterType({
  name: 'numbers',
  regexp: /\d+(?:, \d+)*/,
  transformer: (list: string): number[] => list.split(', ').map(Number),
});

/** What changes in an amended notice. */
definePhrases('amended', AMENDMENTS);

/** Why the ledger is closed to whoever consults it, with the answer of the link. */
definePhrases('consultation_refusal', {
  NOT_AUTHORISED: { status: 403, code: 'NOT_AUTHORISED' },
  NOT_FOUND: { status: 404, code: 'NOT_FOUND' },
});

/** What a country says of a truck that is looked for, between quotes. @source code list enquiryResponses */
definePhrases('enquiry_answer', {
  '"aucune trace"': '1',
  '"arrivé, autre bureau"': '2',
  '"arrivé et clos"': '3',
  '"arrivé, résultats à suivre"': '4',
});

/** What an extension holds, with its JSON text, which has to arrive character by character. */
definePhrases('extension_content', {
  'un texte accentué': '"Pesée à l\'entrée de Ouagadougou: été, œuvre, 𝄞"',
  'un nombre écrit 1.50': '1.50',
  'un nombre de vingt chiffres': '12345678901234567890',
  'un groupe aux champs dans leur ordre': '{ "z": 1, "a": [ { "b": null } ] }',
  'rien (null)': 'null',
});

/** What is wrong with an extension. */
definePhrases('bad_extension', BAD_EXTENSIONS);
