/**
 * States of a movement in the book of the office of departure, and in the regional ledger of the hub.
 * `NONE` is a reference nobody has registered.
 * @source draft message set 6.3; OVERDUE -> ARRIVED, partial discharge, closing by hand, recovery: P15
 */
export const movementStates = {
  NONE: { fr: 'inconnu', en: 'not registered' },
  REGISTERED: { fr: 'enregistré', en: 'registered' },
  RELEASED: { fr: 'mainlevée accordée', en: 'released for transit' },
  IN_TRANSIT: { fr: 'en transit', en: 'in transit' },
  SUSPENDED: { fr: 'suspendu', en: 'suspended' },
  OVERDUE: { fr: 'en retard', en: 'overdue' },
  ARRIVED: { fr: 'arrivé', en: 'arrived' },
  CONTROLLED: { fr: 'contrôlé conforme', en: 'controlled, satisfactory' },
  DISCREPANCY: { fr: 'différences constatées', en: 'discrepancies found' },
  UNDER_ENQUIRY: { fr: 'en recherche', en: 'under enquiry' },
  RECOVERY: { fr: 'en recouvrement', en: 'under recovery' },
  PARTIALLY_DISCHARGED: { fr: 'apuré en partie', en: 'partially discharged' },
  DISCHARGED: { fr: 'apuré', en: 'discharged' },
  CLOSED_MANUALLY: { fr: 'clos à la main', en: 'closed by hand' },
  CANCELLED: { fr: 'annulé', en: 'cancelled' },
} as const satisfies Record<string, { fr: string; en: string }>;

export type MovementState = keyof typeof movementStates;
