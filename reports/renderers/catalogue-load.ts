import type { Limit } from '../../profile/load/limit.ts';
import type { RunVerdict } from '../evidence/verdict.ts';
import {
  englishName,
  frenchName,
  limitInEnglish,
  limitInFrench,
  percentileInEnglish,
  percentileInFrench,
} from './limit-names.ts';

/** Names of the plots of a load report. */
export type PlotName =
  | 'rate'
  | 'errors'
  | 'answers'
  | 'deliveries'
  | 'pending'
  | 'late'
  | 'trackers'
  | 'processor'
  | 'memory';

type Words<Key extends string> = Readonly<Record<Key, string>>;
type Count = (count: number) => string;

/** What the report of a load run says, in one language. */
export interface LoadTexts
  extends Words<
    | 'title'
    | 'reportedTo'
    | 'verdict'
    | 'limits'
    | 'limit'
    | 'asked'
    | 'seen'
    | 'result'
    | 'nothing'
    | 'plots'
    | 'plotsHint'
    | 'percentiles'
    | 'percentilesHint'
    | 'deliveries'
    | 'deliveriesHint'
    | 'leads'
    | 'leadsHint'
    | 'played'
    | 'plan'
    | 'moment'
    | 'parts'
    | 'played_for'
    | 'dashboard'
    | 'message'
    | 'country'
    | 'attempts'
    | 'failed'
    | 'refused'
    | 'all'
    | 'questions'
    | 'received'
    | 'most'
    | 'movements'
    | 'provenance'
    | 'noScript'
  > {
  readonly sentence: Readonly<Record<RunVerdict, (failed: number, limits: number) => string>>;
  readonly limitName: (limit: Limit) => string;
  readonly atMost: (value: string) => string;
  readonly atLeast: (value: string) => string;
  readonly messageName: (name: string) => string;
  /** Offered and acknowledged. */
  readonly achieved: (achieved: string, offered: string, share: string) => string;
  readonly sent: (attempts: number, failed: number, refused: number) => string;
  readonly stopped: Count;
  readonly cut: string;
  readonly k6Ended: (code: string) => string;
  readonly unread: Count;
  readonly outside: Count;
  readonly percentile: (percentile: number) => string;
  readonly plot: Words<PlotName>;
  readonly unit: Words<PlotName>;
  readonly series: Words<'offered' | 'achieved' | 'failed' | 'refused' | 'connected' | 'limit' | 'late'>;
}

const some = (count: number, one: string, many: string): string => `${count} ${count > 1 ? many : one}`;
/** A load run, in French. */
export const loadInFrench: LoadTexts = {
  title: 'Rapport de charge',
  reportedTo: 'Rapport',
  verdict: 'Verdict',
  limits: 'Limites du plan',
  limit: 'Ce qui est mesuré',
  asked: 'Limite',
  seen: 'Observé',
  result: 'Résultat',
  nothing: 'rien à mesurer',
  plots: 'Au fil du temps',
  plotsHint:
    'Heures UTC. Passer la souris sur une courbe donne ses valeurs ; les traits horizontaux sont les limites du plan.',
  percentiles: 'Temps de réponse par message et pays',
  percentilesHint:
    'En millisecondes, du premier octet de l’envoi à la réponse, quelle qu’elle soit. Un envoi répété compte chaque fois.',
  deliveries: 'Délai de remise par pays',
  deliveriesHint:
    'En millisecondes, de l’acquittement de l’envoi à la première réception par le pays ; 0 quand le message est arrivé avant l’acquittement.',
  leads: 'Avance de l’avis sur le camion, par pays',
  leadsHint:
    'En heures de route, de la première réception de l’avis au passage à l’entrée ; négatif : le camion est venu avant l’avis.',
  played: 'Ce qui a été joué',
  plan: 'Plan',
  moment: 'Trafic composé pour',
  parts: 'Parts réunies',
  played_for: 'Jours joués',
  dashboard: 'Tableau de bord de k6',
  message: 'Message',
  country: 'Pays',
  attempts: 'Envois',
  failed: 'Sans acquittement',
  refused: 'Dont refusés',
  all: 'Tous messages',
  questions: 'Consultation',
  received: 'Remises',
  most: 'Maximum',
  movements: 'Mouvements',
  provenance: 'Origine',
  noScript: 'Choisir la langue',
  sentence: {
    pass: (_, limits) =>
      `${limits > 1 ? `Les ${limits} limites du plan sont tenues` : 'La limite du plan est tenue'} et les livres concordent.`,
    fail: (failed, limits) =>
      failed === 0
        ? 'Les limites mesurées sont tenues, mais des livres ne concordent pas.'
        : `${some(failed, 'limite n’est pas tenue', 'limites ne sont pas tenues')}, sur ${limits}.`,
    error: () => 'Le banc d’essai a échoué : ce n’est pas un verdict sur la pile.',
    inconclusive: () => 'La charge n’a pas été jouée ou mesurée en entier : personne ne peut conclure.',
  },
  limitName: limitInFrench,
  atMost: (value) => `au plus ${value}`,
  atLeast: (value) => `au moins ${value}`,
  messageName: frenchName,
  achieved: (achieved, offered, share) => `${achieved} messages acquittés sur ${offered} prévus (${share})`,
  sent: (attempts, failed, refused) =>
    `${some(attempts, 'envoi', 'envois')}, dont ${failed} sans acquittement (${some(refused, 'refusé', 'refusés')})`,
  stopped: (count) => `${some(count, 'mouvement arrêté', 'mouvements arrêtés')} avant la fin.`,
  cut: 'La charge a été interrompue : ce qui a été enregistré est montré et rapproché jusque-là.',
  k6Ended: (code) =>
    `k6 a fini avec le code ${code} : il n’a pas joué le plan jusqu’au bout, défaut du banc.`,
  unread: (count) =>
    `${some(count, 'ligne illisible a été laissée', 'lignes illisibles ont été laissées')} de côté (fin de fichier coupée, ou ligne qui n’est pas un échange).`,
  outside: (count) =>
    `${some(count, 'échange daté', 'échanges datés')} loin de la charge : ${count > 1 ? 'comptés, mais absents' : 'compté, mais absent'} des courbes.`,
  percentile: percentileInFrench,
  plot: {
    rate: 'Débit prévu et obtenu',
    errors: 'Envois sans acquittement',
    answers: 'Temps de réponse',
    deliveries: 'Délai de remise, 99e centile',
    pending: 'Messages en attente par pays',
    late: 'Retard des émetteurs, 99e centile',
    trackers: 'Balises connectées',
    processor: 'Processeur',
    memory: 'Mémoire',
  },
  unit: {
    rate: 'par seconde',
    errors: 'par seconde',
    answers: 'ms, échelle logarithmique',
    deliveries: 'ms, échelle logarithmique',
    pending: 'messages',
    late: 'ms, échelle logarithmique',
    trackers: 'balises',
    processor: '% d’un cœur',
    memory: 'Mio',
  },
  series: {
    offered: 'prévu',
    achieved: 'obtenu',
    failed: 'sans acquittement',
    refused: 'refusés',
    connected: 'connectées',
    limit: 'limite',
    late: 'retard',
  },
};

const someInEnglish = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** A load run, in English. */
export const loadInEnglish: LoadTexts = {
  title: 'Load report',
  reportedTo: 'Report',
  verdict: 'Verdict',
  limits: 'Limits of the plan',
  limit: 'What is measured',
  asked: 'Limit',
  seen: 'Seen',
  result: 'Result',
  nothing: 'nothing to measure',
  plots: 'Over time',
  plotsHint: 'Times are UTC. Pointing at a plot gives its values; horizontal strokes are limits of the plan.',
  percentiles: 'Answer times by message and country',
  percentilesHint:
    'In milliseconds, from the first byte of the submission to its answer, whatever that is. A repeated submission counts each time.',
  deliveries: 'Delivery delay by country',
  deliveriesHint:
    'In milliseconds, from the acknowledgement of the submission to the first time that the country has it; 0 when the message came before the acknowledgement.',
  leads: 'Lead of the notice before the truck, by country',
  leadsHint:
    'In hours of the road, from the first time that the country has the notice to the passage at entry; negative: the truck came before the notice.',
  played: 'What was played',
  plan: 'Plan',
  moment: 'Traffic made for',
  parts: 'Parts put together',
  played_for: 'Days played',
  dashboard: 'Dashboard of k6',
  message: 'Message',
  country: 'Country',
  attempts: 'Submissions',
  failed: 'Not acknowledged',
  refused: 'Of these refused',
  all: 'All messages',
  questions: 'Question',
  received: 'Deliveries',
  most: 'Maximum',
  movements: 'Movements',
  provenance: 'Provenance',
  noScript: 'Choose the language',
  sentence: {
    pass: (_, limits) =>
      `${limits === 1 ? 'The limit of the plan holds' : `All ${limits} limits of the plan hold`} and the books agree.`,
    fail: (failed, limits) =>
      failed === 0
        ? 'The limits measured hold, but some books do not agree.'
        : `${someInEnglish(failed, 'limit')} of ${limits} ${failed === 1 ? 'does' : 'do'} not hold.`,
    error: () => 'The harness failed: this is no verdict on the stack.',
    inconclusive: () => 'The load was not played or measured whole: nobody can tell.',
  },
  limitName: limitInEnglish,
  atMost: (value) => `at most ${value}`,
  atLeast: (value) => `at least ${value}`,
  messageName: englishName,
  achieved: (achieved, offered, share) => `${achieved} messages acknowledged of ${offered} due (${share})`,
  sent: (attempts, failed, refused) =>
    `${someInEnglish(attempts, 'submission')}, ${failed} without an acknowledgement (${refused} refused)`,
  stopped: (count) => `${someInEnglish(count, 'movement')} stopped before the end.`,
  cut: 'The load was cut: what was recorded is shown and reconciled as far as it goes.',
  k6Ended: (code) =>
    `k6 ended with code ${code}: it did not play the plan to its end, a fault of the harness.`,
  unread: (count) =>
    `${someInEnglish(count, 'line')} could not be read and ${count === 1 ? 'was' : 'were'} left out (a torn end, or a line that is no exchange).`,
  outside: (count) => `${someInEnglish(count, 'exchange')} dated far from the load: counted, and in no plot.`,
  percentile: percentileInEnglish,
  plot: {
    rate: 'Offered and achieved rate',
    errors: 'Submissions not acknowledged',
    answers: 'Answer time',
    deliveries: 'Delivery delay, 99th percentile',
    pending: 'Messages pending by country',
    late: 'Senders behind schedule, 99th percentile',
    trackers: 'Trackers connected',
    processor: 'Processor',
    memory: 'Memory',
  },
  unit: {
    rate: 'per second',
    errors: 'per second',
    answers: 'ms, logarithmic scale',
    deliveries: 'ms, logarithmic scale',
    pending: 'messages',
    late: 'ms, logarithmic scale',
    trackers: 'trackers',
    processor: '% of a core',
    memory: 'MiB',
  },
  series: {
    offered: 'offered',
    achieved: 'achieved',
    failed: 'not acknowledged',
    refused: 'refused',
    connected: 'connected',
    limit: 'limit',
    late: 'behind',
  },
};
