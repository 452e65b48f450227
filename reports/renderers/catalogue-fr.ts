import type { Texts } from './catalogue.ts';
import { booksInFrench } from './catalogue-books.ts';
import { compareInFrench } from './catalogue-compare.ts';
import { exchangeInFrench } from './catalogue-exchange.ts';
import { journeyInFrench } from './catalogue-journey.ts';
import { linksInFrench } from './catalogue-links.ts';
import { loadInFrench } from './catalogue-load.ts';
import { machinesInFrench } from './catalogue-machines.ts';
import { peopleInFrench } from './catalogue-people.ts';
import { serviceSeats } from './service-seats.ts';
import { stageTitles } from './stage-titles.ts';

const some = (count: number, one: string, many: string): string => `${count} ${count > 1 ? many : one}`;

/** What reports say in French, the language of those who sign them. */
export const french: Texts = {
  language: 'fr',
  otherLanguage: 'English',
  locale: 'fr-FR',
  title: 'Rapport de conformité',
  subtitle: 'Interconnexion des systèmes douaniers des pays de l’AES et du Togo',
  skip: 'Aller au contenu',
  verdict: {
    pass: 'Conforme',
    fail: 'Non conforme',
    inconclusive: 'Indécis',
    'not-applicable': 'Sans objet',
    error: 'Erreur du banc',
  },
  counted: {
    pass: (count) => (count > 1 ? 'conformes' : 'conforme'),
    fail: (count) => (count > 1 ? 'non conformes' : 'non conforme'),
    inconclusive: () => 'indécis',
    'not-applicable': () => 'sans objet',
    error: () => 'en erreur',
  },
  coverage: {
    pass: 'respectée',
    fail: 'non respectée',
    inconclusive: 'indécise',
    error: 'erreur du banc',
    'not-applicable': 'sans objet',
    reasoned: 'non testée, avec motif',
    unjudged: 'citée, non jugée',
    missing: 'sans scénario',
  },
  sentence: {
    pass: (judged) => `${some(judged, 'scénario jugé : conforme', 'scénarios jugés : tous conformes')}.`,
    fail: (judged, count) =>
      `${some(count, 'scénario montre', 'scénarios montrent')} une non-conformité, sur ${judged} jugés.`,
    error: (_, count) =>
      `${some(count, 'scénario a échoué', 'scénarios ont échoué')} par la faute du banc d’essai : on ne peut rien en conclure.`,
    inconclusive: () => 'La liaison ou l’environnement n’a pas permis de juger : personne ne peut conclure.',
  },
  facts: {
    target: 'Cible',
    environment: 'Environnement',
    started: 'Début',
    duration: 'Durée',
    seed: 'Graine',
    salt: 'Sel',
    seedAndSalt: 'Graine et sel',
    run: 'Campagne',
    hub: 'Adresse du hub',
    versions: 'Versions',
  },
  deviating: (deviation) => `pile volontairement fautive : ${deviation}`,
  environments: { test: 'test', preproduction: 'préproduction', production: 'production' },
  replay: 'Rejouer la campagne',
  replayOne: 'Rejouer ce scénario',
  copy: 'Copier',
  nav: {
    label: 'Sections du rapport',
    verdict: 'Verdict',
    scope: 'Portée',
    failures: 'À examiner',
    coverage: 'Exigences',
    results: 'Résultats',
    scenarios: 'Scénarios',
    machines: 'États parcourus',
    unexpected: 'Trafic inattendu',
  },
  scope: {
    heading: 'Portée et limites',
    underTest: 'Sièges sous test',
    simulated: 'Sièges simulés par Corridor',
    none: 'aucun',
    classes: 'Classes de conformité',
    classesClaimed: 'déclarée par la cible',
    classesUnclaimed: 'non déclarée',
    untested: (count) => `${some(count, 'exigence non testée', 'exigences non testées')}, avec motif`,
    uncovered: (count) =>
      `${some(count, 'exigence sans jugement', 'exigences sans jugement')} dans cette campagne`,
    assumptions: (count) => `${some(count, 'exigence repose', 'exigences reposent')} sur une hypothèse`,
    skipped: (count) => `${some(count, 'scénario sans objet', 'scénarios sans objet')} pour cette cible`,
    notEvidence: 'Ce que ce rapport ne prouve pas',
    limits: [
      'Il ne dit rien des sièges simulés : leur comportement est celui de Corridor.',
      'Il vaut pour les exigences et les scénarios listés ici, avec cette graine, à cette date et contre cette version de la cible.',
      'Il ne mesure ni la tenue en charge ni la disponibilité, sauf campagne de charge séparée.',
      'Il ne remplace pas un audit de sécurité.',
      'Les données sont fictives : bureaux, opérateurs et marchandises n’existent pas.',
    ],
    reason: 'Motif',
  },
  notes: {
    heading: 'Réserves sur la preuve',
    interrupted: (count) =>
      count > 0
        ? `La campagne a été interrompue : ${some(count, 'scénario prévu n’a pas été joué', 'scénarios prévus n’ont pas été joués')}.`
        : 'La campagne a été interrompue avant sa fin.',
    torn: (file, line) => `La dernière ligne de ${file} (ligne ${line}) est coupée ; elle n’est pas comptée.`,
    absent: (file) => `Le fichier ${file} est absent.`,
    chainBroken: (file, line) =>
      `La chaîne de preuve de ${file} est rompue à la ligne ${line} : le fichier a été modifié après la campagne.`,
    chainCut: (file) =>
      `La chaîne de preuve de ${file} ne finit pas où la campagne l’a close : des lignes manquent ou ont été ajoutées.`,
    noRegister: 'Le registre des exigences n’a pas été fourni : la couverture n’est pas établie.',
    verdictDiffers: (recorded) =>
      `Le verdict enregistré (${recorded}) diffère de celui que montrent les preuves ; le plus grave est retenu.`,
  },
  ...peopleInFrench,
  failures: {
    heading: 'À examiner',
    none: 'Rien à examiner : aucun scénario n’est non conforme, indécis ou en erreur.',
    more: (count) =>
      `${some(count, 'autre scénario', 'autres scénarios')} à examiner : voir la liste des scénarios.`,
    requirement: 'Exigence',
    expected: 'Attendu',
    observed: 'Observé',
    pointer: 'Champ en cause',
    message: 'Message en cause',
    messageConcerned: 'Message concerné',
    reason: 'Motif',
    open: 'Voir le scénario et ses messages',
    wholeMessage: 'le message entier',
  },
  matrix: {
    heading: 'Couverture des exigences',
    caption: 'Exigences et sièges qu’elles obligent',
    filter: 'Filtrer les exigences',
    filterHint: 'identifiant ou mot du texte',
    status: 'État',
    all: 'tous',
    id: 'Exigence',
    text: 'Texte',
    level: 'Niveau',
    source: 'Source',
    seat: 'Siège',
    total: 'Total',
    scenarios: (count) => some(count, 'scénario', 'scénarios'),
    unknown: 'Exigences absentes du registre',
    summary: (judged, total) => `${judged} exigences jugées sur ${total}.`,
    class: (name) => `Classe « ${name} »`,
    simulated: 'simulé',
    noRow: 'Aucune exigence ne répond au filtre.',
  },
  seats: {
    hub: 'Hub',
    customs: 'Douanes nationales',
    tracking: 'Suivi',
    unknown: 'inconnu',
    database: 'Base de données',
    ...serviceSeats.fr,
  },
  classes: {
    base: 'socle',
    extended: 'étendue',
    guarantee: 'garantie',
    tracking: 'suivi',
    'reference-data': 'données de référence',
    security: 'sécurité',
  },
  results: {
    heading: 'Résultats',
    byStage: 'Par étape',
    byCorridor: 'Par corridor',
    bySeat: 'Par siège',
    bySeatNote: 'Un scénario compte pour chaque siège qui a échangé un message.',
    none: 'sans corridor',
    noSeat: 'sans échange',
    share: 'Répartition',
    total: 'Total',
  },
  stages: stageTitles.fr,
  list: {
    heading: 'Scénarios',
    search: 'Chercher',
    searchHint: 'nom, exigence, motif…',
    verdict: 'Verdict',
    stage: 'Étape',
    corridor: 'Corridor',
    seat: 'Siège',
    requirement: 'Exigence',
    all: 'tous',
    reset: 'Effacer les filtres',
    shown: (count, total) => `${count} scénarios sur ${total}`,
    none: 'Aucun scénario ne répond aux filtres.',
    keys: 'Clavier : j et k suivant et précédent, Entrée ouvrir, Échap fermer, / chercher, l langue.',
    unknown: (id) => `Le scénario « ${id} » n’est pas dans ce rapport.`,
  },
  detail: {
    loading: 'Lecture…',
    unreadable:
      'Ce navigateur ne sait pas décompresser les détails ; prenez une version de moins de trois ans.',
    text: 'Texte du scénario',
    judged: 'Ce qui a été jugé',
    crossed: 'Ce qui a réellement circulé',
    nothing: 'Aucun message n’a circulé.',
    messages: 'Messages, dans l’ordre',
    road: 'La route',
    roadNote: 'Positions par latitude et longitude, sans fond de carte.',
    link: 'Lien vers ce scénario',
    trace: 'Détail technique',
    service: (count) => some(count, 'échange de service', 'échanges de service'),
    cutDiagram: (shown, total) =>
      `Les ${shown} premiers échanges sur ${total} ; tous sont dans exchange.ndjson.`,
    tags: 'Étiquettes',
  },
  steps: {
    passed: 'fait',
    failed: 'échoué',
    skipped: 'non joué',
    pending: 'à écrire',
    undefined: 'sans définition',
    ambiguous: 'ambigu',
    unknown: 'inconnu',
    missing: 'non joué',
  },
  exchange: exchangeInFrench,
  journey: journeyInFrench,
  machines: machinesInFrench,
  links: linksInFrench,
  compare: compareInFrench,
  load: loadInFrench,
  unexpected: {
    heading: 'Trafic inattendu',
    none: 'Aucun message n’est venu sans être attendu.',
    some: (count) =>
      `${some(count, 'message est venu', 'messages sont venus')} sans qu’aucun scénario ne l’attende.`,
    more: (count) => `${some(count, 'autre', 'autres')} dans exchange.ndjson.`,
  },
  books: booksInFrench,
  footer: (count) =>
    `${some(count, 'échange enregistré', 'échanges enregistrés')} dans exchange.ndjson. Les secrets sont masqués avant l’enregistrement.`,
  noScript:
    'Sans JavaScript, ce rapport montre le verdict, la portée, la couverture et ce qui est à examiner ; les messages de chaque scénario demandent JavaScript.',
  console: {
    underTest: 'Sous test',
    simulated: 'simulés',
    scope: (covered, total) => `pour ${some(covered, 'exigence', 'exigences')} sur ${total}`,
    requirements: (covered, total, reasoned) => {
      const left = total - covered - reasoned;
      const unplayed = left > 0 ? ` ; ${some(left, 'non jouée', 'non jouées')} dans cette campagne` : '';
      return `Exigences jugées : ${covered} sur ${total} ; ${some(reasoned, 'non testée', 'non testées')}, avec motif${unplayed}.`;
    },
    unexpected: (count) => `Trafic inattendu : ${count}.`,
    report: 'Rapport',
    more: (count) => `… et ${some(count, 'autre', 'autres')} : voir le rapport.`,
    sameReason: (count) => `… et ${some(count, 'autre', 'autres')} pour la même raison`,
  },
};
