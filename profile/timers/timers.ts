/** A time limit of the profile: a parameter with a default, in seconds. */
export interface TimerDefinition {
  readonly name: string;
  readonly seconds: number;
  readonly fr: string;
  readonly en: string;
  /** Document and clause, or `assumption`. */
  readonly source: string;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Every timer of the profile. A stack takes them as parameters; a target without a test clock gives
 * shortened values in its IXIT.
 */
export const timers = {
  acknowledgement: {
    name: 'acknowledgement',
    seconds: 30,
    fr: 'réponse à une remise sur la liaison',
    en: 'answer to a submission or delivery on the link',
    source: 'draft AT90 (30 s sync)',
  },
  fastRetry: {
    name: 'fastRetry',
    seconds: 15 * MINUTE,
    fr: 'nouveaux essais rapprochés (de 1 à 60 s)',
    en: 'retry with exponential back-off, 1 to 60 s',
    source: 'P06; draft 6.5.7',
  },
  slowRetry: {
    name: 'slowRetry',
    seconds: 72 * HOUR,
    fr: 'nouveaux essais espacés (15 min), puis lettre morte',
    en: 'slow retry (every 15 min), then dead letter',
    source: 'P06; draft 6.5.7',
  },
  lateAfter: {
    name: 'lateAfter',
    seconds: 72 * HOUR,
    fr: 'âge au-delà duquel un message est marqué tardif',
    en: 'age past which a message is marked late',
    source: 'draft 6.5.7; P06',
  },
  clockTolerance: {
    name: 'clockTolerance',
    seconds: 5 * MINUTE,
    fr: "écart d'horloge toléré",
    en: 'clock skew tolerated',
    source: 'draft 6.5.5',
  },
  passageTolerance: {
    name: 'passageTolerance',
    seconds: 15 * MINUTE,
    fr: "tolérance sur l'ordre des passages",
    en: 'tolerance on the order of passages',
    source: 'P12',
  },
  versionGap: {
    name: 'versionGap',
    seconds: 5 * MINUTE,
    fr: "attente d'une version manquante",
    en: 'wait for a missing version, then ask',
    source: 'draft 6.5.2',
  },
  earlyMessage: {
    name: 'earlyMessage',
    seconds: 15 * MINUTE,
    fr: "attente de l'avis de transit quand un passage ou une arrivée le précède",
    en: 'wait for the TransitNotice when a passage or arrival came first, then ask',
    source: 'draft 6.5.3',
  },
  controlResult: {
    name: 'controlResult',
    seconds: 6 * DAY,
    fr: "résultat du contrôle après l'arrivée",
    en: 'control result after arrival',
    source: 'Reg. (EU) 2015/2447 art. 310, as model; assumption for the region',
  },
  enquiry: {
    name: 'enquiry',
    seconds: 7 * DAY,
    fr: 'avis de recherche après la fin du délai de route',
    en: 'enquiry after the time limit passed',
    source: 'Reg. (EU) 2015/2447 art. 310, as model; assumption for the region',
  },
  enquiryAnswer: {
    name: 'enquiryAnswer',
    seconds: 28 * DAY,
    fr: 'réponse à un avis de recherche',
    en: 'answer to an enquiry',
    source: 'assumption (NCTS practice, 28 days)',
  },
  itineraryDecision: {
    name: 'itineraryDecision',
    seconds: 24 * HOUR,
    fr: "décision sur un changement d'itinéraire",
    en: 'decision on a change of itinerary',
    source: 'draft AT04',
  },
  queryAnswer: {
    name: 'queryAnswer',
    seconds: MINUTE,
    fr: 'réponse à une demande de renseignement',
    en: 'answer to a query',
    source: 'draft AT10',
  },
  guaranteeAnswer: {
    name: 'guaranteeAnswer',
    seconds: MINUTE,
    fr: 'réponse du registre des garanties',
    en: 'answer of the guarantee register',
    source: 'draft AT14 (60 s sync, 24 h at most)',
  },
  passageNotice: {
    name: 'passageNotice',
    seconds: HOUR,
    fr: "envoi de l'avis de passage après le fait",
    en: 'passage notice after the event',
    source: 'draft AT05',
  },
  incidentNotice: {
    name: 'incidentNotice',
    seconds: 2 * HOUR,
    fr: "envoi de l'avis d'incident après le fait",
    en: 'incident notice after the event',
    source: 'draft AT06',
  },
  referenceDataNotice: {
    name: 'referenceDataNotice',
    seconds: 24 * HOUR,
    fr: "préavis d'une donnée de référence",
    en: 'notice ahead of a change of reference data',
    source: 'draft AT20',
  },
  positionMoving: {
    name: 'positionMoving',
    seconds: 15 * MINUTE,
    fr: "position d'un camion qui roule, au plus tard après la précédente",
    en: 'position of a truck under way, at most after the one before',
    source: 'draft AT17',
  },
  positionStopped: {
    name: 'positionStopped',
    seconds: HOUR,
    fr: "position d'un camion arrêté, au plus tard après la précédente",
    en: 'position of a truck that stands, at most after the one before',
    source: 'draft AT17',
  },
  deviceSilent: {
    name: 'deviceSilent',
    seconds: 45 * MINUTE,
    fr: "silence d'une balise avant l'alerte : trois positions manquées (à l'arrêt, trois fois `positionStopped`)",
    en: 'silence of a device before the alert: three positions missed (three times `positionStopped` when it stands)',
    source: 'draft AT17 (silence alert after 3 missed)',
  },
  unauthorisedStop: {
    name: 'unauthorisedStop',
    seconds: 30 * MINUTE,
    fr: "arrêt hors d'un lieu prévu avant l'alerte",
    en: 'stop where none is planned before the alert',
    source: 'assumption',
  },
  serviceAnswer: {
    name: 'serviceAnswer',
    seconds: 5,
    fr: "réponse d'un service national à un appel",
    en: 'answer of a national service to one call',
    source: 'assumption',
  },
  serviceRetry: {
    name: 'serviceRetry',
    seconds: 24 * HOUR,
    fr: "nouveaux essais auprès d'un service national, puis constat de silence",
    en: 'retries towards a national service, then the finding that it is silent',
    source: 'assumption',
  },
  servicePause: {
    name: 'servicePause',
    seconds: 5 * MINUTE,
    fr: 'la plus longue pause entre deux essais auprès du même service',
    en: 'longest pause between two attempts of one request to a service',
    source: 'assumption',
  },
  serviceBreaker: {
    name: 'serviceBreaker',
    seconds: 30,
    fr: 'pause du disjoncteur avant un essai unique',
    en: 'how long a breaker stays open before one probe',
    source: 'assumption',
  },
} as const satisfies Record<string, TimerDefinition>;

export type TimerName = keyof typeof timers;
