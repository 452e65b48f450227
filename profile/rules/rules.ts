import type { WireFinding } from '../messages/parts/parts.ts';
import { answersRelated, refusalExplained, rejectionAlone } from './answers.ts';
import { borderCrossings } from './border-crossings.ts';
import { officeOfDevice, referenceCheckDigit } from './by-schema.ts';
import { containers } from './containers.ts';
import { eventsNotInFuture } from './events-not-in-future.ts';
import { findingComplete } from './finding-fields.ts';
import { guaranteeOperationFields, guaranteeTerms } from './guarantees.ts';
import { amountsPositive, commodityChapters, itemNumbers, packagesShared } from './items.ts';
import { officeCountries, officesOnce, plannedTimes } from './itinerary-offices.ts';
import { itineraryOrder } from './itinerary-order.ts';
import { masses } from './masses.ts';
import { feeSuspension, nigerFreightPlates } from './national-practice.ts';
import { amendableOnly, guaranteeCovers, officeOnRoute, sealsKept } from './needing-a-book.ts';
import {
  differencesTold,
  dischargeReason,
  enquiryAnswerComplete,
  newItinerary,
  openItems,
  refusalReason,
} from './required-when.ts';
import { type AnswerRule, messagesOf, type Rule, type RuleContext, type RuleFault } from './rule.ts';
import { sealsCounted } from './seals-counted.ts';
import { presentedThenPassed, referenceDataAhead, timeLimits } from './time-limits.ts';
import {
  alertNamed,
  declaredVehicle,
  deviceAttached,
  deviceFree,
  deviceKnown,
  fixLocated,
  oneDevice,
  openingJudged,
  ownPlatform,
  platformsTrack,
  relievedNamed,
  trackedWhileOpen,
} from './tracking.ts';

/** Every rule of the profile, in order of id. A new rule is one new definition and one row here. */
export const rules: readonly Rule[] = [
  officeCountries,
  itineraryOrder,
  borderCrossings,
  officesOnce,
  plannedTimes,
  sealsCounted,
  containers,
  masses,
  packagesShared,
  itemNumbers,
  commodityChapters,
  guaranteeTerms,
  guaranteeCovers,
  officeOnRoute,
  differencesTold,
  enquiryAnswerComplete,
  rejectionAlone,
  timeLimits,
  answersRelated,
  amountsPositive,
  referenceCheckDigit,
  eventsNotInFuture,
  officeOfDevice,
  amendableOnly,
  sealsKept,
  dischargeReason,
  openItems,
  referenceDataAhead,
  feeSuspension,
  nigerFreightPlates,
  presentedThenPassed,
  newItinerary,
  refusalReason,
  guaranteeOperationFields,
  refusalExplained,
  findingComplete,
  platformsTrack,
  ownPlatform,
  alertNamed,
  openingJudged,
  fixLocated,
  relievedNamed,
  deviceFree,
  oneDevice,
  deviceAttached,
  declaredVehicle,
  deviceKnown,
  trackedWhileOpen,
];

type Check = (payload: unknown, context: RuleContext) => RuleFault[];

const checksByMessage = new Map<string, { rule: AnswerRule; check: Check }[]>();
for (const rule of rules) {
  if (rule.told !== 'answer') continue;
  for (const name of messagesOf(rule)) {
    const checks = checksByMessage.get(name) ?? [];
    checks.push({ rule, check: rule.checks[name] as Check });
    checksByMessage.set(name, checks);
  }
}

/**
 * Every place where a message breaks a rule that it decides by itself.
 * @param name message name, e.g. `TransitNotice`
 * @param payload a payload that its schema has accepted
 */
export function ruleFindings(name: string, payload: unknown, context: RuleContext): WireFinding[] {
  const findings: WireFinding[] = [];
  for (const { rule, check } of checksByMessage.get(name) ?? []) {
    for (const { pointer, reason, code } of check(payload, context)) {
      findings.push(toFinding(rule, pointer, reason, code ?? rule.code));
    }
  }
  return findings;
}

const toFinding = (rule: AnswerRule, pointer: string, reason: string, code: string): WireFinding =>
  code === 'RULE' ? { code, pointer, reason, rule: rule.id } : { code, pointer, reason };
