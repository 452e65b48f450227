import type { ExchangeRecord } from '../../../reports/evidence/exchange.ts';
import { administrationsTold, nobodyTold } from '../../checks/administrations-told.ts';
import type { Observation } from '../../checks/check.ts';
import { markedLate } from '../../checks/deliveries-in-order.ts';
import { guaranteeAccepted, guaranteeAnswers, guaranteeRefused } from '../../checks/guarantee-register.ts';
import { acknowledgementTrue, messageAccepted } from '../../checks/message-accepted.ts';
import { movementFound, movementRejected } from '../../checks/query-answers.ts';
import { refusedAtOnce, refusedByState } from '../../checks/refusals.ts';
import { answeredAlike } from '../../checks/replays.ts';
import { sameBytesForAll } from '../../checks/same-bytes.ts';
import type { Entry, Outcome } from '../model/views.ts';
import { requirementOfEffect, requirementOfRefusal, requirementOfRegister } from './requirements.ts';

/** Observations that name no requirement speak for this one. */
export const citing = (requirement: string, observations: readonly Observation[]): Observation[] =>
  observations.map((observation) => ({
    ...observation,
    requirement: observation.requirement ?? requirement,
  }));

/**
 * Whether a message met with what the profile wants: the answer, who was told, what they read, and what a repetition got.
 * @param records those about this message
 */
export function judgeMessage(entry: Entry, records: readonly ExchangeRecord[]): Observation[] {
  if (entry.outcome.kind === 'refused-at-once') return []; // judged when it was answered
  const own = withoutReuse(records);
  const { messageId } = entry.message;
  return [
    ...judgeOutcome(entry, own),
    ...acknowledgementOf(entry, own),
    ...(entry.times > 1 ? citing('KEY-001', answeredAlike(own, messageId, entry.times)) : []),
  ];
}

/** The digest of a request on the register cannot be told from the evidence: its access code is hidden there. */
const acknowledgementOf = ({ name, message }: Entry, records: readonly ExchangeRecord[]): Observation[] =>
  acknowledgementTrue(records, message.messageId).filter(
    ({ requirement }) => name !== 'GuaranteeRequest' || requirement !== 'ENV-003',
  );

/** A message that was refused in its answer: judged before anything else is sent under its id. */
export function judgeRefusal(
  entry: Entry,
  records: readonly ExchangeRecord[],
  state?: string,
): Observation[] {
  const { outcome, message, name } = entry;
  if (outcome.kind !== 'refused-at-once') return [];
  const requirement = requirementOfRefusal(name, outcome, state);
  const refused = citing(
    requirement,
    refusedAtOnce(records, message.messageId, outcome.status, outcome.faults),
  );
  const nobody = outcome.status === 422 ? citing('RTE-009', nobodyTold(records, message.messageId)) : [];
  return [...refused, ...nobody];
}

function judgeOutcome(entry: Entry, records: readonly ExchangeRecord[]): Observation[] {
  const { outcome, name, message } = entry;
  const { messageId } = message;
  if (name === 'GuaranteeRequest') return judgeRequest(entry, records);
  if (name === 'MovementQuery') return judgeQuery(entry, records);
  if (outcome.kind === 'accepted') return judgeEffect(entry, records);
  if (outcome.kind === 'refused') return judgeRefusalByState(entry, outcome, records);
  const requirement = outcome.kind === 'waits' && outcome.for === 'notice' ? 'ORD-005' : 'ORD-002';
  return citing(requirement, [...messageAccepted(records, messageId), ...nobodyTold(records, messageId)]);
}

function judgeEffect(entry: Entry, records: readonly ExchangeRecord[]): Observation[] {
  const { message, told, late } = entry;
  const { messageId } = message;
  const accepted = citing(requirementOfEffect(entry), messageAccepted(records, messageId));
  if (told.length === 0) return [...accepted, ...citing('RTE-002', nobodyTold(records, messageId))];
  return [
    ...accepted,
    ...toldAsWanted(entry, records),
    ...sameBytesForAll(records, messageId),
    ...citing(late ? 'DLV-018' : 'DLV-019', markedLate(records, messageId, late)),
  ];
}

const TOLD: Readonly<Record<string, string>> = {
  TransitNotice: 'RTE-003',
  DepartureRelease: 'DEP-005',
  BorderPassage: 'RTE-010',
  ArrivalNotice: 'RTE-010',
  IncidentNotice: 'INC-004',
  ItineraryChange: 'ITI-003',
  DischargeNotice: 'DIS-007',
  CancellationNotice: 'CAN-004',
  EnquiryRequest: 'RTE-007',
  EnquiryResponse: 'RTE-007',
};

/** What took effect only once another had come. */
const WAITED: Readonly<Record<'notice' | 'version', string>> = { notice: 'ORD-006', version: 'ORD-003' };

/** Who was told answers to the message; that each was told once, to its repetition where there was one. */
function toldAsWanted(
  { name, message, told, times, waitedFor }: Entry,
  records: readonly ExchangeRecord[],
): Observation[] {
  const [whom, ...once] = administrationsTold(records, message.messageId, told);
  const requirement = waitedFor ? WAITED[waitedFor] : (TOLD[name] ?? 'RTE-003');
  return [...citing(requirement, whom ? [whom] : []), ...citing(times > 1 ? 'KEY-002' : requirement, once)];
}

function judgeRefusalByState(
  { name, message, before }: Entry,
  outcome: Extract<Outcome, { kind: 'refused' }>,
  records: readonly ExchangeRecord[],
): Observation[] {
  const requirement = requirementOfRefusal(name, outcome, before);
  return [
    ...citing(requirement, refusedByState(records, message.messageId, outcome.faults)),
    ...citing('RTE-009', nobodyTold(records, message.messageId)),
  ];
}

function judgeRequest(
  { message, reasons = [], available }: Entry,
  records: readonly ExchangeRecord[],
): Observation[] {
  const { messageId, payload } = message;
  const operation = String(payload['operation']);
  const answered =
    reasons.length === 0
      ? guaranteeAccepted(records, messageId)
      : guaranteeRefused(records, messageId, reasons);
  const amount =
    reasons.length > 0 || available === undefined
      ? []
      : guaranteeAnswers(records, messageId, 'availableAmount', available);
  const hidden = reasons.includes('G03') ? noAmount(records, messageId) : [];
  return citing(requirementOfRegister(operation, reasons), [...answered, ...amount, ...hidden]);
}

const noAmount = (records: readonly ExchangeRecord[], messageId: string): Observation[] =>
  guaranteeAnswers(records, messageId, 'availableAmount', undefined);

function judgeQuery({ message, asked }: Entry, records: readonly ExchangeRecord[]): Observation[] {
  const { messageId, sender, payload } = message;
  const { transitReference } = payload['by'] as { transitReference: string };
  const query = { messageId, sender, transitReference };
  if (asked === undefined) return [];
  if ('rejection' in asked) {
    const requirement = asked.rejection === 'UNKNOWN' ? 'QRY-003' : 'QRY-002';
    return citing(requirement, movementRejected(records, query, asked.rejection));
  }
  return citing('QRY-001', movementFound(records, query, asked));
}

/** The records of one digest: an id used again for other content is another story. */
function withoutReuse(records: readonly ExchangeRecord[]): ExchangeRecord[] {
  const first = records.find(({ kind }) => kind === 'submit')?.bodyDigest;
  return records.filter(({ kind, bodyDigest }) => kind !== 'submit' || bodyDigest === first);
}
