import { defineRule, type RuleContext, type RuleFault } from './rule.ts';

/** R18: who is refused an answer learns the reason and nothing else. */
export const rejectionAlone = defineRule({
  id: 'R18',
  fr: 'Une demande rejetée reçoit le motif et aucune donnée ; une demande satisfaite reçoit les données et aucun motif de rejet.',
  en: 'A rejected query gets the reason and no data; an answered one gets the data and no rejection.',
  pointer: '/payload/rejection, /payload/movement',
  source: 'draft message set R18; NCTS C0365',
  checks: {
    MovementResponse: ({ outcome, rejection, movement }) => {
      const rejected = outcome === 'REJECTED';
      return [
        ...mismatch('/payload/rejection', rejection !== undefined, rejected),
        ...mismatch('/payload/movement', movement !== undefined, !rejected),
      ];
    },
  },
});

function mismatch(pointer: string, present: boolean, wanted: boolean): RuleFault[] {
  if (present === wanted) return [];
  return [
    {
      pointer,
      reason: wanted ? "absent, alors que l'issue le demande" : "présent, alors que l'issue l'exclut",
    },
  ];
}

/** R20: an answer says which message it answers. */
export const answersRelated = defineRule({
  id: 'R20',
  fr: "Une réponse porte dans correlationId le messageId de la demande ; relatesTo, s'il est là, est le même.",
  en: 'An answer carries in correlationId the messageId of the request; relatesTo, where present, is the same.',
  pointer: '/correlationId, /payload/relatesTo',
  source: 'draft message set R20; NCTS R0008. Whether such a request is open needs a state: NO_ENQUIRY',
  checks: {
    MovementResponse: (_payload, context) => uncorrelated(context),
    EnquiryResponse: (_payload, context) => uncorrelated(context),
    GuaranteeResult: (_payload, context) => uncorrelated(context),
    Acknowledgement: ({ relatesTo }, context) => [...uncorrelated(context), ...unrelated(relatesTo, context)],
    FunctionalError: ({ relatesTo }, context) => [...uncorrelated(context), ...unrelated(relatesTo, context)],
    SyntaxError: ({ relatesTo }, context) => unrelated(relatesTo, context),
  },
});

const uncorrelated = ({ correlationId }: RuleContext): RuleFault[] =>
  correlationId === undefined
    ? [{ pointer: '/correlationId', reason: 'la réponse ne dit pas à quelle demande' }]
    : [];

const unrelated = (relatesTo: string | undefined, { correlationId }: RuleContext): RuleFault[] =>
  relatesTo === undefined || correlationId === undefined || relatesTo === correlationId
    ? []
    : [{ pointer: '/payload/relatesTo', reason: 'relatesTo et correlationId diffèrent' }];

/** R36: the guarantee register gives reasons when it refuses, and only then. */
export const refusalExplained = defineRule({
  id: 'R36',
  fr: 'Un refus du registre des garanties est motivé ; un accord ne porte aucun motif de refus.',
  en: 'A refusal of the guarantee register has a reason; an acceptance has none.',
  pointer: '/payload/reasons',
  source: 'draft message set AT15',
  checks: {
    GuaranteeResult: ({ accepted, reasons }) => {
      if (accepted === (reasons.length === 0)) return [];
      return [
        { pointer: '/payload/reasons', reason: accepted ? 'motifs malgré un accord' : 'refus sans motif' },
      ];
    },
  },
});
