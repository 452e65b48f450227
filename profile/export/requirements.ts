import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { conformanceClasses } from '../capabilities.ts';
import { packageRoot } from './package-root.ts';
import { readCsv } from './read-csv.ts';

/** The families of requirement ids, in the order of the register. */
export const requirementFamilies = {
  ENV: { fr: 'Enveloppe', en: 'Envelope' },
  KEY: { fr: 'Clé et empreinte', en: 'Key and digest' },
  RTE: { fr: 'Routage', en: 'Routing' },
  DLV: { fr: 'Remise', en: 'Delivery' },
  ERR: { fr: 'Refus', en: 'Refusals' },
  DEP: { fr: 'Départ', en: 'Departure' },
  PAS: { fr: 'Passage', en: 'Passage' },
  INC: { fr: 'Incident', en: 'Incident' },
  ITI: { fr: "Changement d'itinéraire", en: 'Change of itinerary' },
  ARR: { fr: 'Arrivée', en: 'Arrival' },
  CTL: { fr: 'Résultat du contrôle', en: 'Control result' },
  DIS: { fr: 'Apurement', en: 'Discharge' },
  GUA: { fr: 'Garantie', en: 'Guarantee' },
  QRY: { fr: 'Demande de renseignement', en: 'Query' },
  ENQ: { fr: 'Retard, recherche, recouvrement', en: 'Overdue, enquiry, recovery' },
  AMD: { fr: 'Modification', en: 'Amendment' },
  CAN: { fr: 'Annulation', en: 'Cancellation' },
  REF: { fr: 'Données de référence', en: 'Reference data' },
  ORD: { fr: 'Ordre des messages', en: 'Order of messages' },
  TIM: { fr: 'Temps', en: 'Time' },
  TST: { fr: 'Messages de test', en: 'Test traffic' },
  CAP: { fr: 'Capacités', en: 'Capabilities' },
  VER: { fr: 'Versions décalées', en: 'Versions out of step' },
  LED: { fr: 'Registre', en: 'Ledger' },
  RES: { fr: 'Pannes', en: 'Outages' },
  SEC: { fr: 'Sécurité', en: 'Security' },
  SRV: { fr: 'Services nationaux', en: 'National services' },
  TRK: { fr: 'Suivi satellitaire', en: 'Tracking' },
} as const;

const sentence = z.string().regex(/^\S.*\.$/, 'Write one sentence that ends with a full stop');

/** One row of `profile/requirements.csv`: one thing that a seat must do, and that can be observed. */
export const requirement = z.strictObject({
  /** Family and number, e.g. `RTE-003`. Stable for ever. */
  id: z.string().regex(new RegExp(`^(?:${Object.keys(requirementFamilies).join('|')})-[0-9]{3}$`)),
  level: z.enum(['MUST', 'SHOULD']),
  /** Which seat must do it. */
  seat: z.enum(['hub', 'customs']),
  class: z.enum(conformanceClasses),
  /** Page and section of `docs/profile/`, e.g. `binding §1`, `messages AT05`, `rules R06`, `states`. */
  clause: z.string().regex(/^[a-z-]+(?: (?:§[0-9]+|AT[0-9]{2}|R[0-9]{2}))?$/),
  fr: sentence,
  en: sentence,
  /** Document and clause, or `assumption`. */
  source: z.string().min(1),
  /** Why no scenario tests it, in French; empty when one does. */
  reason: z.union([z.literal(''), sentence]),
});
export type Requirement = z.infer<typeof requirement>;

/**
 * The requirements in the text of a register.
 * @throws TableError naming line and column
 */
export const parseRequirements = (text: string): Requirement[] => readCsv(text, requirement, 'id');

/** Where the register of this package stands. */
export const requirementsFile = (root: string = packageRoot()): string =>
  join(root, 'profile', 'requirements.csv');

/** The register of this package. */
export const readRequirements = (): Requirement[] =>
  parseRequirements(readFileSync(requirementsFile(), 'utf8'));
