import type { z } from 'zod';
import type { ErrorCode } from '../errors/error-catalogue.ts';
import type { MessageName, messages } from '../messages/messages.ts';
import type { ReferenceData } from '../reference-data.ts';

/** The payload of a message, by the name of the message. */
export type PayloadOf<Name extends MessageName> = z.infer<(typeof messages)[Name]['payload']>;

/** What a rule may know besides the payload. Instants are milliseconds since the epoch, UTC. */
export interface RuleContext {
  readonly preparedAt: number;
  readonly sender: string;
  readonly correlationId: string | undefined;
  /** Clock skew that a receiver tolerates, milliseconds. */
  readonly clockToleranceMs: number;
  readonly reference: ReferenceData | undefined;
}

/** One place where a rule is broken: JSON Pointer from the root of the message, reason in French. */
export interface RuleFault {
  readonly pointer: string;
  readonly reason: string;
  /** Code of the catalogue when the rule has one of its own; else `RULE`. */
  readonly code?: ErrorCode;
}

type Checks = {
  readonly [Name in MessageName]?: (payload: PayloadOf<Name>, context: RuleContext) => RuleFault[];
};

interface RuleText {
  /** `R01`, `R02` ... */
  readonly id: string;
  readonly fr: string;
  readonly en: string;
  /** Where the finding points, for the documents. */
  readonly pointer: string;
  /** Document and clause, or `assumption`. */
  readonly source: string;
}

/** A rule that the message alone (with reference data) decides; told in the answer to the submission. */
export interface AnswerRule extends RuleText {
  readonly told: 'answer';
  readonly code: ErrorCode;
  readonly checks: Checks;
}

/**
 * A rule for which a state or another book is needed; told in a FunctionalError or a message of business.
 * `code` is the code of the finding, or the name of the answer that tells it.
 */
export interface FunctionalRule extends RuleText {
  readonly told: 'functional';
  readonly code: ErrorCode | 'GuaranteeResult' | 'FindingNotice' | 'MovementResponse';
  readonly messages: readonly MessageName[];
}

export type Rule = AnswerRule | FunctionalRule;

/** Types a rule that the message alone decides. */
export const defineRule = (
  rule: RuleText & { readonly code?: ErrorCode; readonly checks: Checks },
): AnswerRule => ({
  code: 'RULE',
  ...rule,
  told: 'answer',
});

/** Types a rule that needs a state or another book. */
export const defineFunctionalRule = (rule: Omit<FunctionalRule, 'told'>): FunctionalRule => ({
  ...rule,
  told: 'functional',
});

/** The messages that a rule concerns, by name. */
export const messagesOf = (rule: Rule): readonly MessageName[] =>
  rule.told === 'answer' ? (Object.keys(rule.checks) as MessageName[]) : rule.messages;
