import type { alertCodes } from '../code-lists/code-lists.ts';

/** One of the 17 codes of the profile. */
export type AlertCode = keyof typeof alertCodes;

/** How one signal of a device protocol is told in the vocabulary of the profile. */
export interface AlertMapping {
  /** The vendor's word for it, in kebab case; decoders use it, documents show it. */
  readonly signal: string;
  readonly alert: AlertCode;
  /** Where in the frame, in the vendor's terms, e.g. `status byte 1, bit 3`. */
  readonly where: string;
  /** Document and clause, or `assumption`. */
  readonly source: string;
}

/**
 * Types a mapping without widening its signals. Signals that have no counterpart among the 17 codes are left out: they
 * stay in the fields of the frame.
 */
export const defineAlerts = <const Rows extends readonly AlertMapping[]>(rows: Rows): Rows => rows;
