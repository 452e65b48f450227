import type { Limit } from '../../profile/load/limit.ts';
import { allMessages } from '../../profile/messages/messages.ts';

const questionsInFrench: Readonly<Record<string, string>> = {
  Ledger: 'consultation du registre',
  Register: 'consultation des garanties',
};
const questionsInEnglish: Readonly<Record<string, string>> = {
  Ledger: 'ledger consulted',
  Register: 'guarantees consulted',
};
const french = new Map<string, string>(allMessages.map((one) => [one.name, one.french]));

/** A message, or a question, in French. */
const frenchName = (name: string): string => french.get(name) ?? questionsInFrench[name] ?? name;
/** The same in English. */
const englishName = (name: string): string => questionsInEnglish[name] ?? name;

/** Percentiles with a name of their own. */
const named: Readonly<Record<'fr' | 'en', Readonly<Record<number, string>>>> = {
  fr: { 50: 'médiane', 100: 'maximum' },
  en: { 50: 'median', 100: 'maximum' },
};

/** `99e centile`. */
const percentileInFrench = (percentile: number): string =>
  named.fr[percentile] ?? `${percentile.toLocaleString('fr-FR')}${percentile === 1 ? 'er' : 'e'} centile`;
const ordinals: Readonly<Record<number, string>> = { 1: 'st', 2: 'nd', 3: 'rd' };
/** `99th percentile`. */
const percentileInEnglish = (percentile: number): string => {
  const name = named.en[percentile];
  if (name !== undefined) return name;
  const ending =
    Number.isInteger(percentile) && Math.floor((percentile % 100) / 10) !== 1
      ? ordinals[percentile % 10]
      : undefined;
  return `${percentile}${ending ?? 'th'} percentile`;
};

/** What a limit measures, in French. */
function limitInFrench(limit: Limit): string {
  switch (limit.limit) {
    case 'answer-time':
      return `Temps de réponse, ${limit.message === undefined ? 'tous messages' : frenchName(limit.message)}, ${percentileInFrench(limit.percentile)}`;
    case 'delivery-delay':
      return `Délai de remise, ${limit.country ?? 'tous pays'}, ${percentileInFrench(limit.percentile)}`;
    case 'lead-time':
      return `Avance de l’avis sur le camion, ${percentileInFrench(limit.percentile)}`;
    case 'lateness':
      return `Retard des émetteurs sur leur horaire, ${percentileInFrench(limit.percentile)}`;
    case 'error-rate':
      return 'Envois restés sans acquittement';
    case 'achieved':
      return 'Messages acquittés, de ceux qui étaient prévus';
    case 'backlog-drained':
      return 'Files vides après le dernier envoi';
  }
}

/** The same in English. */
function limitInEnglish(limit: Limit): string {
  switch (limit.limit) {
    case 'answer-time':
      return `Answer time, ${limit.message ?? 'all messages'}, ${percentileInEnglish(limit.percentile)}`;
    case 'delivery-delay':
      return `Delivery delay, ${limit.country ?? 'all countries'}, ${percentileInEnglish(limit.percentile)}`;
    case 'lead-time':
      return `Lead of the notice before the truck, ${percentileInEnglish(limit.percentile)}`;
    case 'lateness':
      return `Senders behind their schedule, ${percentileInEnglish(limit.percentile)}`;
    case 'error-rate':
      return 'Submissions without an acknowledgement';
    case 'achieved':
      return 'Messages acknowledged, of those that were due';
    case 'backlog-drained':
      return 'Queues empty after the last submission';
  }
}

/**
 * Names by language. Apart from the catalogues, which the script of a report takes into its page: those of messages are the profile's.
 */
export const limitNames = {
  fr: { message: frenchName, limit: limitInFrench, percentile: percentileInFrench },
  en: { message: englishName, limit: limitInEnglish, percentile: percentileInEnglish },
} as const;
