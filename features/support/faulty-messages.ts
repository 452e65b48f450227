import type { ValidName } from '../../fixtures/messages/valid-message.ts';
import type { Mutation } from '../../fixtures/mutations/mutation.ts';
import { mutationNamed } from '../../fixtures/mutations/mutations.ts';
import { HarnessError } from './errors.ts';

/** What officers call each message when one of them is faulty. */
const MESSAGE_WORDS: Readonly<Record<ValidName, string>> = {
  TransitNotice: 'un avis de transit',
  DepartureRelease: 'une mainlevée',
  CancellationNotice: 'une annulation',
  ItineraryChange: "un changement d'itinéraire",
  BorderPassage: 'un avis de passage',
  IncidentNotice: "un avis d'incident",
  ArrivalNotice: "un avis d'arrivée",
  ControlResult: 'un résultat du contrôle',
  DischargeNotice: 'un apurement',
  MovementQuery: 'une demande de renseignement',
  MovementResponse: 'une réponse à une demande de renseignement',
  EnquiryRequest: 'un avis de recherche',
  EnquiryResponse: 'une réponse à un avis de recherche',
  GuaranteeRequest: 'une demande sur garantie',
  GuaranteeResult: 'un résultat sur garantie',
  DeviceAssignment: 'une affectation de balise',
  TrackingEvent: 'un événement de suivi',
  ReferenceDataNotice: 'un avis de données de référence',
  RecoveryNotice: 'un avis de recouvrement',
};

/** `un avis de transit sans destinataire (without-consignee)`: what officers read, then the name of the mutation. */
export const FAULTY_MESSAGE = /(une? [^()]+) \(([a-z][a-z0-9-]+)\)/;

/**
 * The mutation of a faulty message, by the name in parentheses. The phrase is the reader's; all that is checked of it is
 * that it speaks of the message which the mutation changes.
 */
export function faultNamed(phrase: string, name: string): Mutation {
  const mutation = mutationNamed(name);
  if (!mutation)
    throw new HarnessError('UNKNOWN_MUTATION', `Aucune faute « ${name} ».`, 'Voir fixtures/mutations.');
  const words = MESSAGE_WORDS[mutation.message];
  if (phrase === words || phrase.startsWith(`${words} `)) return mutation;
  throw new HarnessError(
    'UNKNOWN_WORD',
    `La faute « ${name} » est celle d'autre chose : « ${phrase} ».`,
    `Écrivez « ${words} ... (${name}) ».`,
  );
}

/** The same from a cell of a table. */
export function faultOf(cell: string): Mutation {
  const [, phrase = cell, name = ''] = new RegExp(`^${FAULTY_MESSAGE.source}$`).exec(cell) ?? [];
  return faultNamed(phrase, name);
}
