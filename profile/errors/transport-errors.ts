import type { ErrorDefinition } from './error-definition.ts';

/** What cannot be attributed to a message: HTTP problem details. @source profile decision P04 */
export const transportErrors = {
  NOT_JSON: {
    layer: 'transport',
    status: 400,
    fr: "le corps n'est pas du JSON (UTF-8)",
    en: 'body is not JSON (UTF-8)',
    pointer: 'none',
    ncts: '52',
  },
  NOT_ATTRIBUTABLE: {
    layer: 'transport',
    status: 400,
    fr: 'ni expéditeur ni identifiant de message lisibles',
    en: 'no readable sender or messageId',
    pointer: 'none',
    ncts: '13',
  },
  TOO_LARGE: {
    layer: 'transport',
    status: 413,
    fr: 'corps trop grand',
    en: 'body too large',
    pointer: 'none',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    layer: 'transport',
    status: 415,
    fr: 'type de contenu autre que application/json',
    en: 'content type other than application/json',
    pointer: 'none',
  },
  NOT_FOUND: {
    layer: 'transport',
    status: 404,
    fr: 'ressource inconnue',
    en: 'unknown resource',
    pointer: 'none',
  },
  NOT_AUTHORISED: {
    layer: 'transport',
    status: 403,
    fr: "l'appelant n'est pas concerné",
    en: 'the caller is not concerned',
    pointer: 'none',
  },
  BAD_REQUEST: {
    layer: 'transport',
    status: 400,
    fr: 'paramètre de requête non valable',
    en: 'bad request parameter',
    pointer: 'none',
  },
  UNAVAILABLE: {
    layer: 'transport',
    status: 503,
    fr: 'momentanément indisponible',
    en: 'temporarily unavailable',
    pointer: 'none',
  },
} as const satisfies Record<string, ErrorDefinition>;
