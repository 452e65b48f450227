import type { RunVerdict } from '../evidence/verdict.ts';

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
    | 'playedFor'
    | 'shortened'
    | 'times'
    | 'dashboard'
    | 'message'
    | 'country'
    | 'attempts'
    | 'failed'
    | 'refused'
    | 'all'
    | 'received'
    | 'most'
    | 'movements'
    | 'provenance'
  > {
  readonly sentence: Readonly<
    Record<RunVerdict, (failed: number, limits: number, booksAgree: boolean) => string>
  >;
  readonly atMost: (value: string) => string;
  readonly atLeast: (value: string) => string;
  /** Offered and acknowledged. */
  readonly achieved: (achieved: string, offered: string, share: string) => string;
  /** Attempts, those without an acknowledgement, and of these the ones refused. */
  readonly sent: (attempts: string, failed: string, refused: string) => string;
  readonly stopped: Count;
  /** Movements that no sender was free for. */
  readonly dropped: Count;
  readonly cut: string;
  readonly k6Ended: (code: string) => string;
  /** Exchanges that k6 told and nobody could read. */
  readonly unreadable: Count;
  readonly unread: Count;
  readonly outside: Count;
  /** How much time a point of a plot stands for. */
  readonly bin: (seconds: number) => string;
  readonly greatest: (value: string) => string;
  readonly playedIn: (days: number, span: string) => string;
  readonly plot: Words<PlotName>;
  readonly unit: Words<PlotName>;
  readonly series: Words<
    'offered' | 'achieved' | 'failed' | 'refused' | 'connected' | 'limit' | 'late' | 'end'
  >;
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
    'Heures UTC. Passer la souris sur une courbe donne ses valeurs ; les traits horizontaux sont les limites du plan. Au pied d’une échelle logarithmique : cette valeur ou moins.',
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
  playedFor: 'Durée',
  shortened: 'Trajets raccourcis par',
  times: 'Temps',
  bin: (seconds) => (seconds === 1 ? 'Un point par seconde.' : `Un point par ${seconds} secondes.`),
  greatest: (value) => `max. ${value}`,
  playedIn: (days, span) => `${some(days, 'jour joué', 'jours joués')} en ${span}`,
  dashboard: 'Tableau de bord de k6',
  message: 'Message',
  country: 'Pays',
  attempts: 'Envois',
  failed: 'Sans acquittement',
  refused: 'Dont refusés',
  all: 'Tous messages',
  received: 'Remises',
  most: 'Maximum',
  movements: 'Mouvements',
  provenance: 'Origine',
  sentence: {
    pass: (_, limits) =>
      `${limits > 1 ? `Les ${limits} limites du plan sont tenues` : 'La limite du plan est tenue'} et les livres concordent.`,
    fail: (failed, limits, booksAgree) =>
      failed === 0
        ? 'Les limites mesurées sont tenues, mais des livres ne concordent pas.'
        : `${some(failed, 'limite n’est pas tenue', 'limites ne sont pas tenues')}, sur ${limits}${booksAgree ? '' : ', et des livres ne concordent pas'}.`,
    error: () => 'Le banc d’essai a échoué : ce n’est pas un verdict sur la pile.',
    inconclusive: () => 'La charge n’a pas été jouée ou mesurée en entier : personne ne peut conclure.',
  },
  atMost: (value) => `au plus ${value}`,
  atLeast: (value) => `au moins ${value}`,
  achieved: (achieved, offered, share) => `${achieved} messages acquittés sur ${offered} prévus (${share})`,
  sent: (attempts, failed, refused) =>
    `Envois : ${attempts}, dont ${failed} sans acquittement (refusés : ${refused})`,
  stopped: (count) => `${some(count, 'mouvement arrêté', 'mouvements arrêtés')} avant la fin.`,
  dropped: (count) =>
    `${some(count, 'mouvement n’a pas commencé', 'mouvements n’ont pas commencé')} : k6 n’avait plus d’émetteur libre.`,
  cut: 'La charge a été interrompue : ce qui a été enregistré est montré et rapproché jusque-là.',
  k6Ended: (code) =>
    `k6 a fini avec le code ${code} : il n’a pas joué le plan jusqu’au bout, défaut du banc.`,
  unreadable: (count) =>
    `${some(count, 'envoi dit par k6 n’a pas pu être lu : il manque', 'envois dits par k6 n’ont pas pu être lus : ils manquent')} aux preuves, défaut du banc.`,
  unread: (count) =>
    `${some(count, 'ligne illisible a été laissée', 'lignes illisibles ont été laissées')} de côté (fin de fichier coupée, ou ligne qui n’est pas un échange).`,
  outside: (count) =>
    `${some(count, 'échange daté', 'échanges datés')} loin de la charge : ${count > 1 ? 'comptés, mais absents' : 'compté, mais absent'} des courbes.`,
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
    end: 'fin du plan',
  },
};
