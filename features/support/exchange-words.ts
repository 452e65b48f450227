import { defineParameterType } from '@cucumber/cucumber';
import type { MessageName } from '../../profile/messages/messages.ts';
import type { Misbehaviour } from '../../simulators/customs/index.ts';
import { AMENDMENTS } from './amendments.ts';
import { BAD_EXTENSIONS } from './extensions.ts';
import { FAULTY_MESSAGE, faultNamed } from './faulty-messages.ts';
import { NATIONAL_CHANGES } from './national-reference.ts';
import { anyOf, definePhrases } from './phrases.ts';
import { meaningOf } from './words.ts';

const MESSAGE_PHRASES: Readonly<Record<string, MessageName>> = {
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
definePhrases('national_part', NATIONAL_CHANGES);
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

/** A message with one thing wrong in it: a phrase, and the name of its mutation in parentheses. */
defineParameterType({ name: 'faulty_message', regexp: FAULTY_MESSAGE, transformer: faultNamed });

const SOME_ID = '0193a000-0000-7000-8000-000000000001';

/** What is no message at all. */
definePhrases('rubbish', {
  'un texte XML': Buffer.from('<AvisDeTransit/>'),
  'un message coupé au milieu': Buffer.from('{"profileVersion":"0.1","messageType":"AT0'),
  "un texte qui n'est pas en UTF-8": Buffer.from([0x22, 0x4c, 0x6f, 0x6d, 0xe9, 0x22]),
  'un message à la virgule décimale': Buffer.from('{"totalGrossMassKg":12,5}'),
  'un message sans expéditeur ni identifiant': Buffer.from('{"profileVersion":"0.1","messageType":"AT01"}'),
  'un message sans identifiant': Buffer.from('{"sender":"TG","messageType":"AT01"}'),
  "un message dont l'expéditeur est un nombre": Buffer.from(`{"sender":42,"messageId":"${SOME_ID}"}`),
  "une liste au lieu d'un message": Buffer.from('[]'),
});

/** Of a refusal on the link, the status that goes with each code. @source docs/profile/errors.md, transport */
definePhrases('link_refusal', {
  NOT_JSON: { status: 400, code: 'NOT_JSON' },
  NOT_ATTRIBUTABLE: { status: 400, code: 'NOT_ATTRIBUTABLE' },
  BAD_REQUEST: { status: 400, code: 'BAD_REQUEST' },
  NOT_AUTHORISED: { status: 403, code: 'NOT_AUTHORISED' },
  NOT_FOUND: { status: 404, code: 'NOT_FOUND' },
  TOO_LARGE: { status: 413, code: 'TOO_LARGE' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' },
});

/** What a seat asks the hub for that is not there. */
definePhrases('unknown_resource', {
  'un mouvement inconnu': '/v0/movements/26TG0LOM1Z99999990',
  'une garantie inconnue': '/v0/guarantees/26TGCCI999999999Z',
  "l'état des remises d'un siège inconnu": '/v0/participants/ZZ/deliveries',
  "une adresse hors de l'interface": '/v0/archives',
});

/** How a pull is asked for wrongly. */
definePhrases('bad_pull', {
  'par pages de 0': 'after=0&limit=0',
  'par pages de 501': 'after=0&limit=501',
  'à partir du curseur "dernier"': 'after=dernier',
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
