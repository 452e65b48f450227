import acknowledgesAfresh from './acknowledges-afresh.ts';
import answersStrangers from './answers-strangers.ts';
import appliesOverAGap from './applies-over-a-gap.ts';
import cancelsATruckOnTheRoad from './cancels-a-truck-on-the-road.ts';
import countsCursorsByTwo from './counts-cursors-by-two.ts';
import coversEveryCountry from './covers-every-country.ts';
import deliversPerOffice from './delivers-per-office.ts';
import deliversTwice from './delivers-twice.ts';
import type { Deviation } from './deviation.ts';
import digestsTheBytes from './digests-the-bytes.ts';
import dropsDeadLetters from './drops-dead-letters.ts';
import echoesToTheSender from './echoes-to-the-sender.ts';
import forgetsARefusedPassage from './forgets-a-refused-passage.ts';
import forgetsItsOutboxOnRestart from './forgets-its-outbox-on-restart.ts';
import forgetsTheLastCountry from './forgets-the-last-country.ts';
import givesUpAfterOneTry from './gives-up-after-one-try.ts';
import hidesTheReusedId from './hides-the-reused-id.ts';
import ignoresThePull from './ignores-the-pull.ts';
import insistsAfterARefusal from './insists-after-a-refusal.ts';
import keepsTheGuarantee from './keeps-the-guarantee.ts';
import keepsTheOldItinerary from './keeps-the-old-itinerary.ts';
import lendsBeyondTheAmount from './lends-beyond-the-amount.ts';
import losesAccents from './loses-accents.ts';
import marksNothingLate from './marks-nothing-late.ts';
import neverAsksAfterAGap from './never-asks-after-a-gap.ts';
import ordersByArrival from './orders-by-arrival.ts';
import overlooksBrokenSeals from './overlooks-broken-seals.ts';
import overlooksTheSilentBorder from './overlooks-the-silent-border.ts';
import overlooksTheTimeLimit from './overlooks-the-time-limit.ts';
import overtakesOnRetry from './overtakes-on-retry.ts';
import pointsAtTheRoot from './points-at-the-root.ts';
import refusesASilentBorder from './refuses-a-silent-border.ts';
import refusesForTheWrongReason from './refuses-for-the-wrong-reason.ts';
import refusesTheEarlyPassage from './refuses-the-early-passage.ts';
import refusesTheLatecomer from './refuses-the-latecomer.ts';
import releasesBeforeDischarge from './releases-before-discharge.ts';
import rewritesAWeight from './rewrites-a-weight.ts';
import rewritesAfterRelease from './rewrites-after-release.ts';
import showsTheBalanceToAnyone from './shows-the-balance-to-anyone.ts';
import stopsAtTheFirstFault from './stops-at-the-first-fault.ts';
import swallowsFunctionalRefusals from './swallows-functional-refusals.ts';
import takesAReusedId from './takes-a-reused-id.ts';
import takesAnyOffice from './takes-any-office.ts';
import takesConformForDifferences from './takes-conform-for-differences.ts';
import takesRealTrafficForTest from './takes-real-traffic-for-test.ts';
import takesTheAnnouncedLimit from './takes-the-announced-limit.ts';
import tellsEverybody from './tells-everybody.ts';
import writesNigerTime from './writes-niger-time.ts';

/** Every wrong behaviour that the stack can be told to commit. A new one is one new file and one row here. */
export const deviations: readonly Deviation[] = [
  acknowledgesAfresh,
  answersStrangers,
  appliesOverAGap,
  cancelsATruckOnTheRoad,
  countsCursorsByTwo,
  coversEveryCountry,
  deliversPerOffice,
  deliversTwice,
  digestsTheBytes,
  dropsDeadLetters,
  echoesToTheSender,
  forgetsARefusedPassage,
  forgetsItsOutboxOnRestart,
  forgetsTheLastCountry,
  givesUpAfterOneTry,
  hidesTheReusedId,
  ignoresThePull,
  insistsAfterARefusal,
  keepsTheGuarantee,
  keepsTheOldItinerary,
  lendsBeyondTheAmount,
  losesAccents,
  marksNothingLate,
  neverAsksAfterAGap,
  ordersByArrival,
  overlooksBrokenSeals,
  overlooksTheSilentBorder,
  overlooksTheTimeLimit,
  overtakesOnRetry,
  pointsAtTheRoot,
  refusesASilentBorder,
  refusesForTheWrongReason,
  refusesTheEarlyPassage,
  refusesTheLatecomer,
  releasesBeforeDischarge,
  rewritesAWeight,
  rewritesAfterRelease,
  showsTheBalanceToAnyone,
  stopsAtTheFirstFault,
  swallowsFunctionalRefusals,
  takesAReusedId,
  takesAnyOffice,
  takesConformForDifferences,
  takesRealTrafficForTest,
  takesTheAnnouncedLimit,
  tellsEverybody,
  writesNigerTime,
];
