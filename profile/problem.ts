import { z } from 'zod';
import { type ErrorCode, errorCatalogue } from './errors/error-catalogue.ts';

/** Media type of a problem body. @source RFC 9457 */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** Body of an answer to what cannot be attributed to a message. @source RFC 9457; binding section 7 */
export const problemDetails = z.object({
  /** `urn:aes-togo:problem:CODE`. */
  type: z.string(),
  title: z.string(),
  /** HTTP status, the same as that of the answer. */
  status: z.int().min(400).max(599),
  /** Code of the error catalogue. */
  code: z.string(),
  detail: z.string().optional(),
});

export type ProblemDetails = z.infer<typeof problemDetails>;

/** Codes of the catalogue that are told as problem details. */
export type ProblemCode = {
  [Code in ErrorCode]: (typeof errorCatalogue)[Code]['layer'] extends 'transport' ? Code : never;
}[ErrorCode];

/**
 * The problem body for a code of the transport layer.
 * @param detail what was seen, for people; carries no payload data
 */
export function problemOf(code: ProblemCode, detail?: string): ProblemDetails {
  const { status, en } = errorCatalogue[code];
  return { type: `urn:aes-togo:problem:${code}`, title: en, status, code, ...(detail ? { detail } : {}) };
}
