import type { Explanation, ExportNeed, Reconciliation } from '../reconcile/reconciliation.ts';

/** What reports say of reconciled books, in one language. */
export interface BooksTexts {
  readonly nav: string;
  readonly heading: string;
  readonly lead: Readonly<
    Record<Reconciliation['verdict'], (exchanges: number, movements: number) => string>
  >;
  /** The same of exports of a pilot, in which nothing was found. */
  readonly exportsAgree: (exchanges: number, movements: number) => string;
  /** The run was interrupted, or was made before books were reconciled. */
  readonly absent: string;
  readonly invariant: string;
  readonly requirements: string;
  readonly result: string;
  readonly agrees: string;
  readonly found: (count: number) => string;
  readonly findings: string;
  readonly movement: string;
  readonly seats: string;
  readonly messages: string;
  readonly reason: string;
  readonly more: (count: number) => string;
  readonly explained: string;
  readonly explainedAs: (count: number, why: string) => string;
  readonly explainedHint: string;
  readonly why: string;
  readonly count: string;
  readonly movements: string;
  readonly explanations: Readonly<Record<Explanation, string>>;
  /** Over what exports of a pilot could not show. */
  readonly notJudged: (invariants: number) => string;
  readonly partlyJudged: (movements: number) => string;
  /** What is missing, without article. */
  readonly needs: Readonly<Record<ExportNeed, string>>;
  readonly figures: string;
  readonly dwell: string;
  readonly leadTime: string;
  readonly figuresHint: string;
  /** Lines of lead times that the evidence cannot give. */
  readonly leadTimeLeftOut: (count: number) => string;
  readonly units: { readonly hours: string; readonly days: string };
  readonly corridor: string;
  readonly office: string;
  readonly country: string;
  readonly median: string;
  readonly p90: string;
  readonly none: string;
}

const some = (count: number, one: string, many: string): string => `${count} ${count > 1 ? many : one}`;
const over = (exchanges: number, movements: number): string =>
  `${some(exchanges, 'échange', 'échanges')} et ${some(movements, 'mouvement', 'mouvements')}`;

/** Reconciled books, in French. */
export const booksInFrench: BooksTexts = {
  nav: 'Livres',
  heading: 'Les livres concordent-ils ?',
  lead: {
    pass: (exchanges, movements) =>
      `Oui : sur ${over(exchanges, movements)}, tous les livres concordent, quoi que chaque scénario ait dit.`,
    fail: (exchanges, movements) => `Non : sur ${over(exchanges, movements)}, des livres ne concordent pas.`,
    inconclusive: () => 'Aucun échange à rapprocher : personne ne peut le dire.',
    error: () => 'Le rapprochement a échoué : défaut du banc, et non verdict sur la pile.',
  },
  exportsAgree: (exchanges, movements) =>
    `Oui : sur ${over(exchanges, movements)}, rien ne se contredit dans ce que les exports permettent de juger.`,
  absent:
    'Les livres n’ont pas été rapprochés : la campagne n’est pas allée à son terme, ou date d’une version antérieure.',
  invariant: 'Invariant',
  requirements: 'Exigences',
  result: 'Résultat',
  agrees: 'concorde',
  found: (count) => some(count, 'constat', 'constats'),
  findings: 'Constats',
  movement: 'Mouvement',
  seats: 'Sièges',
  messages: 'Messages',
  reason: 'Ce qui ne concorde pas',
  more: (count) => `… et ${some(count, 'autre', 'autres')} : corridor reconcile les compte tous.`,
  explained: 'Expliqués',
  explainedAs: (count, why) => `${some(count, 'cas expliqué', 'cas expliqués')}, ${why}`,
  explainedHint: 'Ce qui aurait l’air d’une faute et n’en est pas une : compté et montré, jamais tu.',
  why: 'Pourquoi',
  count: 'Nombre',
  movements: 'Mouvements',
  explanations: {
    scenario: 'laissé ainsi par son scénario, qui le juge',
    overdue: 'retard signalé par un constat',
    'version-gap': 'version manquante signalée par un constat',
    'under-way': 'délai de route encore en cours',
    queued: 'encore en file ou lettre morte, selon l’état publié par la pile',
    confirmed: 'confirmé par le tirage du siège',
    'dead-letter': 'une lettre morte ne retarde personne',
    'not-drained': 'l’état des remises n’ayant plus été demandé ensuite',
    'body-not-kept': 'message de plus de 256 Kio, dont le corps n’est pas conservé',
    interrupted: 'la campagne ayant été interrompue avant la suite',
    link: 'pile injoignable : rien ne lui a été confié',
    'not-exported': 'hors de la période que couvre l’export du siège',
  },
  notJudged: (invariants) =>
    `Non jugé, faute de données dans les exports : ${some(invariants, 'invariant', 'invariants')}.`,
  partlyJudged: (movements) => `${some(movements, 'mouvement jugé', 'mouvements jugés')} en partie`,
  needs: {
    wire: 'les messages tels qu’ils ont circulé',
    submissions: 'les messages déposés',
    deliveries: 'les messages reçus',
    cursors: 'le numéro d’ordre dans la file de chaque siège (cursor)',
    itineraries: 'l’itinéraire des avis de transit acceptés',
    ends: 'les apurements ou annulations',
    bases: 'la base de l’apurement',
    controls: 'le résultat du contrôle',
    arrivals: 'les avis d’arrivée',
    'passage-times': 'l’heure des passages',
    limits: 'le délai de route',
    'seal-checks': 'les scellés posés et constatés',
    weighings: 'la masse constatée, et la nature des colis de l’avis',
    findings: 'les constats du hub (AT93)',
    'hub-clock': 'la date des messages du hub (preparedAt)',
    guarantees: 'les affectations de garantie',
    ledger: 'des consultations du registre',
    'published-goods': 'des consultations du registre',
    books: 'des consultations de livres',
    beginnings: 'l’avis de transit, ou la mainlevée avant le passage',
    senders: 'l’itinéraire, ou les envois de chaque pays de la route sur toute sa durée',
  },
  figures: 'Chiffres',
  dwell: 'Attente au bureau, de la présentation au passage',
  leadTime: 'Avance des données sur le camion, de l’avis reçu à la présentation à l’entrée',
  figuresHint: 'Négatif : le camion est venu avant l’avis.',
  leadTimeLeftOut: (count) =>
    `Avance des données non donnée pour ${count} ${count === 1 ? 'corridor et pays' : 'couples de corridor et de pays'} : des camions y sont déclarés à la frontière avant que leur avis ne soit composé (dates fictives d’une campagne d’essai), donc sur une autre horloge.`,
  units: { hours: 'h', days: 'j' },
  corridor: 'Corridor',
  office: 'Bureau',
  country: 'Pays',
  median: 'Médiane',
  p90: '90e centile',
  none: 'Aucun passage à mesurer.',
};

const someInEnglish = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
const overInEnglish = (exchanges: number, movements: number): string =>
  `${someInEnglish(exchanges, 'exchange')} and ${someInEnglish(movements, 'movement')}`;

/** Reconciled books, in English. */
export const booksInEnglish: BooksTexts = {
  nav: 'Books',
  heading: 'Do the books agree?',
  lead: {
    pass: (exchanges, movements) =>
      `Yes: over ${overInEnglish(exchanges, movements)} all books agree, whatever each scenario said.`,
    fail: (exchanges, movements) =>
      `No: over ${overInEnglish(exchanges, movements)} some books do not agree.`,
    inconclusive: () => 'No exchange to reconcile: nobody can say.',
    error: () => 'Reconciling failed: a fault of the harness, no verdict on the stack.',
  },
  exportsAgree: (exchanges, movements) =>
    `Yes: over ${overInEnglish(exchanges, movements)} nothing contradicts itself in what the exports allow to judge.`,
  absent:
    'The books were not reconciled: the run did not come to its end, or was made by an earlier version.',
  invariant: 'Invariant',
  requirements: 'Requirements',
  result: 'Result',
  agrees: 'agrees',
  found: (count) => `${count} ${count === 1 ? 'finding' : 'findings'}`,
  findings: 'Findings',
  movement: 'Movement',
  seats: 'Seats',
  messages: 'Messages',
  reason: 'What does not agree (in French)',
  more: (count) => `… and ${count} more: corridor reconcile counts them all.`,
  explained: 'Explained',
  explainedAs: (count, why) => `${count} ${count === 1 ? 'case' : 'cases'} explained, ${why}`,
  explainedHint: 'What would look like a fault and is none: counted and shown, never kept back.',
  why: 'Why',
  count: 'Count',
  movements: 'Movements',
  explanations: {
    scenario: 'left so by its scenario, which judges it',
    overdue: 'delay told by a finding',
    'version-gap': 'missing version told by a finding',
    'under-way': 'time limit still runs',
    queued: 'still queued or a dead letter, by what the stack published',
    confirmed: 'confirmed by the seat pulling',
    'dead-letter': 'a dead letter holds up nobody',
    'not-drained': 'nobody asked for the delivery state afterwards',
    'body-not-kept': 'message above 256 KiB, whose body is not kept',
    interrupted: 'the run was cut before it could come',
    link: 'the stack could not be reached: nothing was left with it',
    'not-exported': 'outside the period that the export of the seat holds',
  },
  notJudged: (invariants) =>
    `Not judged, for want of data in the exports: ${someInEnglish(invariants, 'invariant')}.`,
  partlyJudged: (movements) => `${someInEnglish(movements, 'movement')} judged in part`,
  needs: {
    wire: 'the messages as they crossed the wire',
    submissions: 'messages submitted',
    deliveries: 'messages received',
    cursors: 'the position in the queue of each seat (cursor)',
    itineraries: 'the itinerary of accepted transit notices',
    ends: 'discharges or cancellations',
    bases: 'the ground of the discharge',
    controls: 'the result of the control',
    arrivals: 'arrival notices',
    'passage-times': 'the time of passages',
    limits: 'the time limit',
    'seal-checks': 'seals affixed and seals seen',
    weighings: 'the mass found, and the kind of packages of the notice',
    findings: 'findings of the hub (AT93)',
    'hub-clock': 'the date of the messages of the hub (preparedAt)',
    guarantees: 'reservations of guarantees',
    ledger: 'consultations of the ledger',
    'published-goods': 'consultations of the ledger',
    books: 'consultations of books',
    beginnings: 'the transit notice, or the release before the passage',
    senders: 'the itinerary, or what each country of the road sent, over all its time',
  },
  figures: 'Figures',
  dwell: 'Dwell at the office, from presentation to passage',
  leadTime: 'Lead of the data before the truck, from the notice received to the presentation at entry',
  figuresHint: 'Negative: the truck came before the notice.',
  leadTimeLeftOut: (count) =>
    `Lead of the data not given for ${count} ${count === 1 ? 'pair' : 'pairs'} of corridor and country: trucks are declared at the border there before their notice was composed (made-up dates of a test run), so by another clock.`,
  units: { hours: 'h', days: 'd' },
  corridor: 'Corridor',
  office: 'Office',
  country: 'Country',
  median: 'Median',
  p90: '90th percentile',
  none: 'No passage to measure.',
};
