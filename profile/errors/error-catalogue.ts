/** How an error reaches the sender: HTTP problem details, the answer to the submission, or a FunctionalError. */
export type ErrorLayer = 'transport' | 'answer' | 'functional';

/** One error of the catalogue. Codes are stable; the reason sentence is free, the code and pointer are not. */
export interface ErrorDefinition {
  readonly layer: ErrorLayer;
  /** HTTP status of the answer for `transport` and `answer`. */
  readonly status?: number;
  readonly fr: string;
  readonly en: string;
  /** Where the pointer points. */
  readonly pointer: string;
  /** Counterpart in NCTS (CL180 functional, CL030 XML) and eTIR. */
  readonly ncts?: string;
  readonly etir?: string;
}

/**
 * The error catalogue (P04): who detects it is the receiver in every case; `layer` says how it is told.
 * @source profile decision P04; draft message set section 7; NCTS CL180/CL030; eTIR error codes
 */
export const errorCatalogue = {
  NOT_JSON: { layer: 'transport', status: 400, fr: "le corps n'est pas du JSON (UTF-8)", en: 'body is not JSON (UTF-8)', pointer: 'none', ncts: '52' },
  NOT_ATTRIBUTABLE: { layer: 'transport', status: 400, fr: "ni expéditeur ni identifiant de message lisibles", en: 'no readable sender or messageId', pointer: 'none', ncts: '13' },
  TOO_LARGE: { layer: 'transport', status: 413, fr: 'corps trop grand', en: 'body too large', pointer: 'none' },
  UNSUPPORTED_MEDIA_TYPE: { layer: 'transport', status: 415, fr: 'type de contenu autre que application/json', en: 'content type other than application/json', pointer: 'none' },
  NOT_FOUND: { layer: 'transport', status: 404, fr: "ressource inconnue", en: 'unknown resource', pointer: 'none' },
  NOT_AUTHORISED: { layer: 'transport', status: 403, fr: "l'appelant n'est pas concerné", en: 'the caller is not concerned', pointer: 'none' },
  BAD_REQUEST: { layer: 'transport', status: 400, fr: 'paramètre de requête non valable', en: 'bad request parameter', pointer: 'none' },
  UNAVAILABLE: { layer: 'transport', status: 503, fr: 'momentanément indisponible', en: 'temporarily unavailable', pointer: 'none' },

  UNKNOWN_PROFILE_VERSION: { layer: 'answer', status: 422, fr: 'version de profil inconnue', en: 'unknown profile version', pointer: '/profileVersion', ncts: '12' },
  UNKNOWN_MESSAGE_TYPE: { layer: 'answer', status: 422, fr: 'type de message inconnu', en: 'unknown message type', pointer: '/messageType', ncts: '12' },
  MISSING_FIELD: { layer: 'answer', status: 422, fr: 'champ obligatoire absent', en: 'required field missing', pointer: 'the missing field', ncts: '13', etir: '101' },
  UNEXPECTED_FIELD: { layer: 'answer', status: 422, fr: 'champ inattendu', en: 'unexpected field', pointer: 'the unexpected field', ncts: '15' },
  WRONG_TYPE: { layer: 'answer', status: 422, fr: 'type de valeur incorrect', en: 'value of the wrong type', pointer: 'the field', ncts: '50', etir: '104' },
  TOO_LONG: { layer: 'answer', status: 422, fr: 'valeur trop longue', en: 'value too long', pointer: 'the field', ncts: '39', etir: '105' },
  TOO_SHORT: { layer: 'answer', status: 422, fr: 'valeur trop courte ou vide', en: 'value too short or empty', pointer: 'the field', ncts: '40' },
  TOO_MANY: { layer: 'answer', status: 422, fr: 'trop de répétitions', en: 'too many repetitions', pointer: 'the list', ncts: '35' },
  TOO_FEW: { layer: 'answer', status: 422, fr: 'pas assez de répétitions', en: 'too few repetitions', pointer: 'the list', ncts: '13' },
  OUT_OF_BOUNDS: { layer: 'answer', status: 422, fr: 'valeur hors bornes', en: 'value out of bounds', pointer: 'the field', ncts: '54-57', etir: '102' },
  PATTERN: { layer: 'answer', status: 422, fr: 'forme incorrecte', en: 'wrong form', pointer: 'the field', ncts: '51' },
  BAD_DATE: { layer: 'answer', status: 422, fr: 'date ou heure incorrecte, ou non UTC', en: 'bad date or time, or not UTC', pointer: 'the field', etir: '103' },
  CHECK_DIGIT: { layer: 'answer', status: 422, fr: 'clé de contrôle fausse', en: 'wrong check digit', pointer: 'the field', ncts: '93' },
  NOT_IN_CODE_LIST: { layer: 'answer', status: 422, fr: 'code hors de la liste', en: 'code not in its list', pointer: 'the field', ncts: '12', etir: '102' },
  UNKNOWN_OFFICE: { layer: 'answer', status: 422, fr: 'bureau inconnu des données de référence', en: 'office not in the reference data', pointer: 'the field', ncts: '12', etir: '304' },
  OFFICE_WITHOUT_ROLE: { layer: 'answer', status: 422, fr: "le bureau n'a pas ce rôle", en: 'the office does not have this role', pointer: 'the field', ncts: '12' },
  UNKNOWN_COUNTRY: { layer: 'answer', status: 422, fr: "pays sans participant", en: 'country that takes no part', pointer: 'the field', ncts: '12', etir: '305' },
  UNKNOWN_ITINERARY: { layer: 'answer', status: 422, fr: "itinéraire hors de la liste convenue", en: 'itinerary not in the agreed list', pointer: '/payload/itinerary/corridor', ncts: '12' },
  UNKNOWN_RECIPIENT: { layer: 'answer', status: 422, fr: 'destinataire inconnu', en: 'unknown recipient', pointer: '/recipient', ncts: '12' },
  RECIPIENT_NOT_ALLOWED: { layer: 'answer', status: 422, fr: 'ce type de message ne se destine pas ainsi', en: 'this message type is not addressed like this', pointer: '/recipient', ncts: '12' },
  RULE: { layer: 'answer', status: 422, fr: 'règle de gestion non respectée (voir rule)', en: 'business rule broken (see rule)', pointer: 'the field that the rule names', ncts: '14', etir: '15x' },
  FUTURE_DATED: { layer: 'answer', status: 422, fr: "daté dans le futur au-delà de la tolérance", en: 'dated in the future beyond the tolerance', pointer: 'the field', ncts: '14' },
  DUPLICATE_ID: { layer: 'answer', status: 409, fr: 'identifiant de message déjà utilisé pour un autre contenu', en: 'messageId already used for other content', pointer: '/messageId', ncts: '26' },
  TEST_MESSAGE_REFUSED: { layer: 'answer', status: 422, fr: 'message de test refusé en production', en: 'test message refused in production', pointer: '/testIndicator' },
  REAL_MESSAGE_REFUSED: { layer: 'answer', status: 422, fr: 'message réel refusé en environnement de test', en: 'real message refused in a test environment', pointer: '/testIndicator' },

  UNKNOWN_MOVEMENT: { layer: 'functional', fr: 'mouvement inconnu', en: 'unknown movement', pointer: '/payload/transitReference', ncts: '90', etir: '307' },
  DUPLICATE_MOVEMENT: { layer: 'functional', fr: 'référence de transit déjà enregistrée', en: 'transit reference already registered', pointer: '/payload/transitReference', ncts: '92', etir: '214' },
  REFERENCE_MISMATCH: { layer: 'functional', fr: 'référence de transit et référence nationale ne concordent pas', en: 'transit reference and national reference disagree', pointer: '/payload/nationalReference', ncts: '14' },
  OUT_OF_SEQUENCE: { layer: 'functional', fr: "message non admis dans l'état du mouvement", en: 'message not legal in the state of the movement', pointer: '/messageType', ncts: '92', etir: '200' },
  NOT_THE_OWNER: { layer: 'functional', fr: "l'expéditeur n'est pas l'administration compétente", en: 'the sender is not the competent administration', pointer: '/sender', ncts: '14' },
  OFF_ROUTE: { layer: 'functional', fr: "le bureau n'est pas sur l'itinéraire", en: 'the office is not on the itinerary', pointer: '/payload/office', ncts: '14', etir: '300' },
  ALREADY_PASSED: { layer: 'functional', fr: 'passage déjà enregistré à ce bureau', en: 'passage already recorded at this office', pointer: '/payload/office', ncts: '92', etir: '210/211' },
  ALREADY_ARRIVED: { layer: 'functional', fr: 'arrivée déjà enregistrée', en: 'arrival already recorded', pointer: '/messageType', ncts: '92', etir: '212' },
  NOT_AMENDABLE: { layer: 'functional', fr: 'champ non modifiable après la mainlevée', en: 'field not amendable after release', pointer: 'the changed field', ncts: '14' },
  VERSION_OUT_OF_ORDER: { layer: 'functional', fr: 'version déjà dépassée', en: 'version already superseded', pointer: '/movementVersion', ncts: '92' },
  SEALS_DIFFER: { layer: 'functional', fr: "un scellé annoncé manque à la mainlevée", en: 'a seal announced is missing at release', pointer: '/payload/seals', ncts: '14' },
  NO_ENQUIRY: { layer: 'functional', fr: "aucun avis de recherche en cours", en: 'no enquiry under way', pointer: '/correlationId', ncts: '92' },
  GUARANTEE_NOT_RESERVED: { layer: 'functional', fr: 'garantie non affectée à ce mouvement', en: 'guarantee not reserved for this movement', pointer: '/payload/reservationId', ncts: '14', etir: '201' },
} as const satisfies Record<string, ErrorDefinition>;

export type ErrorCode = keyof typeof errorCatalogue;
