/**
 * The closed code lists of the profile. A value outside its list is refused with `NOT_IN_CODE_LIST`.
 * Each entry: code -> meaning in French (as officers read it) and English.
 */
export interface CodeMeaning {
  readonly fr: string;
  readonly en: string;
}
export type CodeList<Code extends string = string> = Readonly<Record<Code, CodeMeaning>>;

const list = <const Code extends string>(
  codes: Record<Code, readonly [fr: string, en: string]>,
): CodeList<Code> =>
  Object.fromEntries(
    Object.entries<readonly [string, string]>(codes).map(([code, [fr, en]]) => [code, { fr, en }]),
  ) as CodeList<Code>;

/** Which part an office plays on an itinerary. @source draft message set 6.2 */
export const legRoles = list({
  DEPARTURE: ['bureau de départ', 'office of departure'],
  EXIT: ['bureau de passage, sortie', 'office of passage, exit side'],
  ENTRY: ['bureau de passage, entrée', 'office of passage, entry side'],
  DESTINATION: ['bureau de destination', 'office of destination'],
});

/** What an office may do, in reference data. @source NCTS office roles (DEP, TRA, DES, GUA) */
export const officeRoles = list({
  DEP: ['départ', 'departure'],
  TRA: ['passage', 'passage'],
  DES: ['destination', 'destination'],
  GUA: ['garantie', 'guarantee'],
});

/** Result of a control at departure or destination. @source NCTS control result codes A1, A2, A5, B1 */
export const controlResults = list({
  A1: ['conforme après contrôle', 'satisfactory'],
  A2: ['réputé conforme', 'considered satisfactory'],
  A5: ['différences mineures', 'minor discrepancies'],
  B1: ['non conforme', 'not satisfactory'],
});

/** Findings of a seals check. @source ASYCUDA transit manual (examination of seals); profile decision P16 */
export const sealsStates = list({
  intact: ['intacts', 'intact'],
  replaced: ['remplacés régulièrement', 'lawfully replaced'],
  broken: ['rompus', 'broken'],
  absent: ['absents', 'absent'],
});

/** Kinds of seal. @source ISO 17712 (mechanical), ISO 18185 (electronic) */
export const sealKinds = list({
  MECHANICAL: ['scellé mécanique', 'mechanical seal'],
  ELECTRONIC: ['scellé électronique', 'electronic seal'],
});

/** Who affixed a seal. @source draft message set 3 (canonical seal) */
export const sealAffixers = list({
  CUSTOMS: ['douane', 'customs'],
  CARRIER: ['transporteur', 'carrier'],
  SHIPPER: ['expéditeur', 'shipper'],
});

/** Incident codes. @source NCTS IE180 incident codes 1-6 */
export const incidentCodes = list({
  '1': ["déviation de l'itinéraire", 'deviation from the itinerary'],
  '2': ['scellés rompus', 'seals broken'],
  '3': ['transbordement', 'transhipment'],
  '4': ['danger imminent, déchargement', 'imminent danger, unloading'],
  '5': ['panne', 'breakdown'],
  '6': ['autre', 'other'],
});

/** Two kinds of guarantee. @source profile decision P20 */
export const guaranteeKinds = list({
  fund: ['contribution au fonds de garantie', 'contribution to the guarantee fund'],
  reservable: ['garantie à montant de référence', 'guarantee with a reference amount'],
});

/** Operations on the guarantee register. @source NCTS IE200/203/204/209, eTIR E1; CLAIM from P21 */
export const guaranteeOperations = list({
  REGISTER: ['enregistrer', 'register'],
  QUERY: ['interroger', 'query'],
  RESERVE: ['affecter', 'reserve'],
  RELEASE: ['libérer', 'release'],
  CANCEL: ['annuler', 'cancel'],
  CLAIM: ['mettre en jeu', 'claim'],
});

/** Why a guarantee is refused. @source NCTS CL252 (G01-G05); the others by the draft, AT15 */
export const guaranteeReasons = list({
  G01: ["la garantie n'existe pas", 'does not exist'],
  G02: ["la garantie existe mais n'est pas valable", 'exists but is not valid'],
  G03: ["le code d'accès n'est pas valable", 'access code not valid'],
  G04: ["le titulaire n'est pas celui de la garantie", 'holder differs from the holder of the guarantee'],
  G05: ['autre défaut de garantie', 'other guarantee error'],
  INSUFFICIENT: ['montant disponible insuffisant', 'available amount insufficient'],
  COUNTRY_NOT_COVERED: ["un pays traversé n'est pas couvert", 'a crossed country is not covered'],
  REGISTER_SILENT: [
    "le registre du garant n'a pas répondu à temps",
    "the guarantor's register did not answer in time",
  ],
});

/** On what ground a movement is discharged or closed. @source profile decision P15 */
export const dischargeBases = list({
  CONFORM: ['arrivée conforme', 'arrival conform'],
  RESOLVED: ['différences résolues', 'differences resolved'],
  PARTIAL: ['apurement partiel', 'partial discharge'],
  FORCE_MAJEURE: ['force majeure', 'force majeure'],
  BY_HAND: ['clôture manuelle', 'closed by hand'],
  RECOVERED: ['droits recouvrés', 'duties recovered'],
});

/** Answers to an enquiry. @source NCTS IE143 response codes; text required for 2 and 4 (C0013) */
export const enquiryResponses = list({
  '1': ['aucune trace', 'no trace of the movement'],
  '2': ['arrivé, autre bureau', 'arrived at another office'],
  '3': ['arrivé et clos', 'arrived and closed'],
  '4': ['arrivé, résultats à suivre', 'arrived, results to follow'],
  '5': ['compétent pour le recouvrement', 'competent for recovery'],
});

/** Why a query is answered without data. @source draft message set AT11; NCTS C0365 */
export const queryRejections = list({
  UNKNOWN: ['mouvement inconnu', 'unknown movement'],
  NOT_AUTHORISED: ["l'administration n'est pas sur l'itinéraire", 'administration not on the itinerary'],
  CLOSED: ['mouvement clos et archivé', 'movement closed and archived'],
});

/** Kinds of reference data notice. @source draft message set AT20; WCO Lomé workshop 2017 (non-transactional data) */
export const referenceDataKinds = list({
  OFFICES: ['bureaux', 'offices'],
  HOLIDAYS: ['jours fériés', 'public holidays'],
  ITINERARIES: ['itinéraires', 'itineraries'],
  CODE_LIST: ['liste de codes', 'code list'],
  UNAVAILABILITY: ['indisponibilité', 'unavailability'],
});

/** What a finding notice (AT93) reports; a warning, never a refusal. @source P03, P06, P12, P13, P16; draft 6.5; services: assumption */
export const findingKinds = list({
  'passage-missing': ['passage non enregistré', 'passage not recorded'],
  'passage-order': ['passages dans un ordre impossible', 'passages in an impossible order'],
  'seals-discontinued': ['rupture de continuité des scellés', 'seals not continuous'],
  'duplicate-id': ['identifiant réutilisé pour un autre contenu', 'message id used for other content'],
  'dead-letter': ['message non remis', 'message could not be delivered'],
  'version-gap': ['version manquante', 'version missing'],
  'clock-skew': ['horloge décalée', 'clock skewed'],
  overdue: ['délai de route dépassé', 'time limit passed'],
  'result-missing': ['résultat du contrôle attendu', 'control result missing'],
  'late-message': ['message tardif', 'late message'],
  'reference-out-of-step': ['données de référence décalées', 'reference data out of step'],
  'service-contradiction': ['contredit par un service national', 'contradicted by a national service'],
  'service-silent': ['service national sans réponse', 'no answer from a national service'],
});

/** What a tracking event warns of, whatever the device calls it. @source draft message set, alert codes of AT17 */
export const alertCodes = list({
  DEVIATION: ["écart de l'itinéraire", 'off the planned corridor'],
  GEOFENCE_EXIT: ['sortie de zone', 'left a zone'],
  UNAUTHORISED_STOP: ['arrêt anormal', 'stop where none is planned'],
  SEAL_TAMPER: ['scellé ou balise forcé', 'seal or device tampered with'],
  SEAL_OPEN: ['scellé ouvert', 'seal opened'],
  LOCK_CUT: ['câble du scellé sectionné', 'rope or shackle of the seal cut'],
  DOOR_OPEN: ['porte ouverte', 'door opened'],
  LOW_BATTERY: ['batterie faible', 'battery low'],
  GNSS_LOSS: ['perte de la position', 'no satellite fix'],
  GNSS_JAM: ['brouillage du signal satellitaire', 'satellite signal jammed'],
  DEVICE_SILENT: ['balise muette', 'device silent'],
  DEVICE_DETACHED: ['balise détachée', 'device detached'],
  OVERSPEED: ['excès de vitesse', 'too fast'],
  ARRIVAL_GEOFENCE: [
    'entrée dans la zone du bureau de destination',
    'entered the zone of the office of destination',
  ],
  CROSSED_BORDER: ['frontière franchie', 'border crossed'],
  ROUTE_TIMEOUT: ['délai de route dépassé', 'time limit of the road passed'],
  CONVOY_BREAK: ['séparation du convoi', 'left its convoy'],
});

/** What becomes of a tracking device. @source draft message set AT16; EPCIS 2.0 AssociationEvent (ADD, DELETE) */
export const deviceActions = list({
  ATTACH: ['pose', 'attached'],
  DETACH: ['dépose', 'detached'],
  TRANSFER: ['relève par une autre balise', 'relieved by another device'],
});

/** Why a tracking event is told: it is due, or something happened. @source draft message set AT17 */
export const trackingKinds = list({
  POSITION: ['position', 'position'],
  ALERT: ['alerte', 'alert'],
});

/** What a device knows of where it is. @source draft message set AT17 (state of GNSS) */
export const gnssStates = list({
  FIX: ['position du moment', 'fix of this moment'],
  LOST: ['sans position', 'no fix'],
  JAMMED: ['brouillé', 'jammed'],
});

/** State of an electronic seal as its device reports it. @source ISO 18185 (states); JT701D manual V1.4 (status bits) */
export const lockStates = list({
  LOCKED: ['fermé', 'locked'],
  UNLOCKED: ['ouvert régulièrement', 'unlocked'],
  CUT: ['sectionné', 'cut'],
  UNKNOWN: ['inconnu', 'not known'],
});

/** What becomes of a device on its platform, as published. @source draft message set 6.3 (states of a device) */
export const deviceStates = list({
  UNASSIGNED: ['non affectée', 'not assigned'],
  ATTACHED: ['posée', 'attached'],
  ACTIVE: ['active', 'active'],
  SILENT: ['muette', 'silent'],
  DETACHED: ['déposée', 'detached'],
});

/** Every code list by the name under which docs and error reasons cite it. */
export const codeLists = {
  legRoles,
  officeRoles,
  controlResults,
  sealsStates,
  sealKinds,
  sealAffixers,
  incidentCodes,
  guaranteeKinds,
  guaranteeOperations,
  guaranteeReasons,
  dischargeBases,
  enquiryResponses,
  queryRejections,
  referenceDataKinds,
  findingKinds,
  deviceActions,
  trackingKinds,
  alertCodes,
  gnssStates,
  lockStates,
  deviceStates,
} satisfies Record<string, CodeList>;
