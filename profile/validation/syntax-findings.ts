import type { z } from 'zod';
import { type ErrorCode, errorCatalogue } from '../errors/error-catalogue.ts';
import type { WireFinding } from '../messages/parts/parts.ts';
import { pointerOf, valueAt } from './pointer.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Unexpected fields told of one object: a refusal holds no more findings, and a body of 20 MiB a million such fields. */
const MAX_KEYS_TOLD = 9_999;

interface Fault {
  readonly code: ErrorCode;
  readonly path: Path;
  /** What was expected, in French; never a value from the message, which may be an access code (P21). */
  readonly detail?: string;
}

/**
 * The findings that a list of schema issues amounts to: one per pointer, the first fault of a value counting.
 * @param root the value that was parsed
 */
export function syntaxFindings(issues: readonly Issue[], root: unknown): WireFinding[] {
  const byPointer = new Map<string, WireFinding>();
  for (const fault of issues.flatMap((issue) => faultsOf(issue, issue.path, root))) {
    const pointer = pointerOf(fault.path);
    if (byPointer.has(pointer)) continue;
    const reason = errorCatalogue[fault.code].fr + (fault.detail ? `: ${fault.detail}` : '');
    byPointer.set(pointer, { code: fault.code, pointer, reason: reason.slice(0, 500) });
  }
  return [...byPointer.values()];
}

function faultsOf(issue: Issue, path: Path, root: unknown): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .slice(0, MAX_KEYS_TOLD)
      .map((key) => ({ code: 'UNEXPECTED_FIELD', path: [...path, key] }));
  }
  const value = valueAt(root, path);
  if (value === undefined) return [{ code: 'MISSING_FIELD', path }];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return nearestAlternative(issue, path, root);
  return [{ path, ...faultOf(issue, value) }];
}

function faultOf(issue: Issue, value: unknown): Omit<Fault, 'path'> {
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'WRONG_TYPE', detail: `attendu ${issue.expected}` };
    case 'too_big':
      return { code: sizeCode(issue.origin, 'big'), detail: `au plus ${issue.maximum}` };
    case 'too_small':
      return { code: sizeCode(issue.origin, 'small'), detail: `au moins ${issue.minimum}` };
    case 'not_multiple_of':
      return { code: 'OUT_OF_BOUNDS', detail: `attendu un multiple de ${issue.divisor}` };
    case 'invalid_format':
      return formatFault(issue, value);
    case 'invalid_value':
      if (typeof value !== typeof issue.values[0]) return { code: 'WRONG_TYPE' };
      return { code: 'NOT_IN_CODE_LIST', detail: `attendu ${issue.values.slice(0, 20).join(', ')}` };
    case 'invalid_key':
      return formatFault({ ...issue, format: 'regex', message: issue.issues[0]?.message ?? '' }, value);
    case 'custom':
      return customFault(issue.params);
    default:
      return { code: 'NOT_IN_CODE_LIST' };
  }
}

function sizeCode(origin: string, direction: 'big' | 'small'): ErrorCode {
  if (origin === 'string') return direction === 'big' ? 'TOO_LONG' : 'TOO_SHORT';
  if (origin === 'array') return direction === 'big' ? 'TOO_MANY' : 'TOO_FEW';
  return 'OUT_OF_BOUNDS';
}

function formatFault({ format, message }: Issue & { format: string }, value: unknown): Omit<Fault, 'path'> {
  if (format === 'datetime') return { code: 'BAD_DATE', detail: 'attendu la forme 2026-11-22T08:30:00Z' };
  if (format === 'date') return { code: 'BAD_DATE', detail: 'attendu la forme 2026-11-22' };
  if (value === '') return { code: 'TOO_SHORT' };
  const example = IDENTIFIER_HINT.exec(message)?.[1];
  return example ? { code: 'PATTERN', detail: `attendu la forme de ${example}` } : { code: 'PATTERN' };
}

/** How `identifierSchema` words its hint. */
const IDENTIFIER_HINT = /^expected the form of (.+)$/;

/** A check of our own names its fault; one that does not is a check digit. */
const customFault = (params: Record<string, unknown> | undefined): Omit<Fault, 'path'> => {
  const { fault, detail, expected } = params ?? {};
  return typeof fault === 'string'
    ? { code: fault as ErrorCode, detail: String(detail) }
    : { code: 'CHECK_DIGIT', detail: `attendu ${String(expected)}` };
};

/**
 * Of the alternatives of a union, the one that the sender most likely meant: the one whose own fields are there.
 * Without it, a wrong digit in one key of a query would be told as five missing fields.
 */
function nearestAlternative(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  root: unknown,
): Fault[] {
  let nearest: Fault[] = [];
  let shortest = Number.POSITIVE_INFINITY;
  for (const alternative of issue.errors) {
    const faults = alternative.flatMap((inner) => faultsOf(inner, [...path, ...inner.path], root));
    const distance = faults.reduce((sum, fault) => sum + distanceOf(fault), 0);
    if (distance >= shortest) continue;
    nearest = faults;
    shortest = distance;
  }
  return nearest;
}

function distanceOf({ code }: Fault): number {
  if (code === 'MISSING_FIELD' || code === 'UNEXPECTED_FIELD') return 100;
  return code === 'NOT_IN_CODE_LIST' ? 10 : 1;
}
