import { mutations } from '../../../fixtures/mutations/mutations.ts';
import { type MessageName, messages } from '../../../profile/messages/messages.ts';
import { CHANGES } from '../compose/at-departure.ts';
import { type Deed, isDeed } from '../move.ts';
import { ROADS } from '../roads.ts';
import {
  BASES,
  DECISIONS,
  ENQUIRY_ANSWERS,
  type MESSAGE_WORDS,
  OPERATIONS,
  RESULTS,
  SCOPES,
  WORDS,
} from '../words.ts';

/** Words of which a row has one at most: they say the same thing otherwise. */
type Choice = readonly string[];
type Sent = (typeof MESSAGE_WORDS)[keyof typeof MESSAGE_WORDS];

const keys = (words: Readonly<Record<string, unknown>>): Choice => Object.keys(words);
const SEALS: Choice = [WORDS.broken, WORDS.replaced, WORDS.changed];
const NUMBERS: Choice = [WORDS.skip, WORDS.reached, WORDS.behind];

/** What may be said more of each message: what its composer looks for. */
const ABOUT: Readonly<Record<Sent, readonly Choice[]>> = {
  TransitNotice: [[...keys(CHANGES), WORDS.mismatch]],
  DepartureRelease: [[WORDS.sealAdded, WORDS.sealLost], [WORDS.notReserved]],
  CancellationNotice: [],
  ItineraryChange: [keys(DECISIONS), keys(ROADS), [WORDS.newLimit]],
  BorderPassage: [
    [WORDS.exit, WORDS.entry],
    [WORDS.turnedBack],
    [WORDS.offRoute],
    [WORDS.halfHourEarly],
    [WORDS.onTheSpot],
    SEALS,
  ],
  IncidentNotice: [[WORDS.hold, WORDS.noHold], [WORDS.closed], [WORDS.newSeals]],
  ArrivalNotice: [keys(RESULTS), [WORDS.onTheSpot], SEALS],
  ControlResult: [keys(RESULTS)],
  DischargeNotice: [keys(BASES)],
  EnquiryRequest: [],
  EnquiryResponse: [keys(ENQUIRY_ANSWERS), [WORDS.unasked]],
  RecoveryNotice: [],
  MovementQuery: [keys(SCOPES)],
  GuaranteeRequest: [
    keys(OPERATIONS),
    [WORDS.tooMuch, WORDS.otherAmount],
    [WORDS.wrongCode],
    [WORDS.otherHolder],
    [WORDS.oneCountryMore],
  ],
};

const ON_DEEDS: Readonly<Partial<Record<Deed, readonly Choice[]>>> = {
  wait: [[WORDS.untilMonthEnd, WORDS.pastLimit]],
};

/** The words that a row about a message or a deed may hold beside a number, by what excludes what. */
export function choicesFor(act: string): readonly Choice[] {
  if (isDeed(act)) return ON_DEEDS[act] ?? [];
  const numbered = messages[act as MessageName].numbering === 'movementVersion' ? [NUMBERS] : [];
  return [...ABOUT[act as Sent], ...numbered, faultsOf(act)].filter(({ length }) => length > 0);
}

/** Names of the mutations of a message: each makes it wrong in one thing. */
export const faultsOf = (act: string): Choice =>
  mutations.filter(({ message }) => message === act).map(({ name }) => name);
