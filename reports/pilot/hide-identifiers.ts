import { canonicalForm } from '../../profile/envelope/digest.ts';
import { isCode } from './code.ts';
import type { Tokens } from './tokens.ts';

/**
 * Members of a payload that name nobody and that reconciling reads: only these stay as they are. Everything else is
 * data about somebody, or may be: a free text, a plate, a member that the profile does not know.
 * @source profile messages; what reports/reconcile/tables/exchanges.sql takes of each
 */
const KEPT = new Set(
  `transitReference status itinerary corridor legs sequence office country role plannedAt items hsCode packages kind count
  grossMassKg netMassKg totalGrossMassKg totalPackages seals number numbers state replaced old new sealCount newSeals limitDate
  plannedLimitDate newLimitDate decision decidedAt direction outcome presentedAt passedAt occurredAt endorsedAt code hold arrivedAt
  controlResult controlledAt result differences pointer found declared basis dischargedAt openItems releasedAt by movement notice events
  findings movementVersion messageId messageType sender receivedAt operation guaranteeReference reference guarantee dutiesAtRisk amount
  terms referenceAmount accepted reasons availableAmount reservationId countries validFrom validUntil platform replaces deviceId territory
  relatesTo raisedAt corrects verdict digest respondBy alert recordedAt deviceSeq action at containerised`.split(
    /\s+/,
  ),
);

/** Members that are replaced one by one, so that each still compares with its like. */
const REPLACED = new Set(
  `principal declarant exporter consignee name taxId address holderTaxId driver plate trailerPlate vehicle newVehicle contact phone email
  description marks remarks reason refusalReason text detail place transportDocument documents`.split(/\s+/),
);

/** Of these the profile has objects: a word in their place may be anybody's. */
const OBJECTS = new Set(
  'by terms movement notice guarantee items legs events findings openItems differences'.split(' '),
);

const isScalar = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';

/** The member in which all others are one token. */
const OTHERS = 'others';

/** A difference may be about a name. */
const FIGURE = /^\d{1,15}(?:[.,]\d{1,6})?$/;
const MOST_DEPTH = 32;

/**
 * A payload in which nothing names a person or a firm: what reconciling reads stays, all else is replaced by tokens, and members
 * that the profile does not know become one token together.
 * @param payload parsed JSON of any shape
 */
export const hideIdentifiers = (payload: unknown, tokens: Tokens): unknown =>
  hidden(payload, tokens, { kept: true, figure: false }, 0);

/** In whatever order a system writes its members; what no canonical form holds (half a character) stands as it was written. */
function canonical(value: object): string {
  try {
    return canonicalForm(value);
  } catch {
    return JSON.stringify(value);
  }
}

interface Rule {
  /** Scalars stay when they look like a code. */
  readonly kept: boolean;
  /** Scalars stay when they are figures, and only then. */
  readonly figure: boolean;
}

function hidden(value: unknown, tokens: Tokens, rule: Rule, depth: number): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (depth > MOST_DEPTH) return tokens.of(canonical([value]));
  if (Array.isArray(value)) return value.map((one) => hidden(one, tokens, rule, depth + 1));
  if (typeof value === 'object') return hiddenMembers(value, tokens, rule, depth);
  const text = String(value);
  const stays = rule.kept && (rule.figure ? FIGURE.test(text) : isCode(text));
  return stays ? value : tokens.of(text);
}

function hiddenMembers(object: object, tokens: Tokens, rule: Rule, depth: number): object {
  const shown: [string, unknown][] = [];
  const others: [string, unknown][] = [];
  for (const [name, value] of Object.entries(object)) {
    if (KEPT.has(name) || REPLACED.has(name)) {
      const kept = rule.kept && KEPT.has(name) && !(OBJECTS.has(name) && isScalar(value));
      const within = { kept, figure: name === 'found' || name === 'declared' };
      shown.push([name, hidden(value, tokens, within, depth + 1)]);
    } else others.push([name, value]);
  }
  if (others.length > 0) shown.push([OTHERS, tokens.of(canonical(Object.fromEntries(others)))]);
  return Object.fromEntries(shown);
}
