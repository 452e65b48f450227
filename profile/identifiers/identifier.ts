import { z } from 'zod';

/** Why a text is not an identifier: its form, or its check digit. */
export type IdentifierFault = 'PATTERN' | 'CHECK_DIGIT';

/** Refusal of an identifier: a stable `code`, what was seen in `message`, what to do in `hint`. */
export class IdentifierError extends Error {
  override readonly name = 'IdentifierError';
  readonly code: IdentifierFault;
  readonly hint: string;
  /** An example of the form, or the right check digit. */
  readonly expected: string;
  constructor(message: string, code: IdentifierFault, hint: string, expected: string) {
    super(message);
    this.code = code;
    this.hint = hint;
    this.expected = expected;
  }
}

/** What an identifier is made of. `checkDigit`, when present, computes the last character from the others. */
export interface IdentifierForm {
  /** English name used in error sentences, e.g. `office code`. */
  readonly label: string;
  readonly pattern: RegExp;
  readonly example: string;
  readonly checkDigit?: (body: string) => string;
}

/** The first fault of `text` against `form`, or null when it is well formed. */
export function identifierFault(form: IdentifierForm, text: string): IdentifierError | null {
  if (!form.pattern.test(text)) {
    const hint = `expected the form of ${form.example}`;
    return new IdentifierError(
      `Failed to read the ${form.label}: found ${quoted(text)}. ${hint}.`,
      'PATTERN',
      hint,
      form.example,
    );
  }
  const expected = form.checkDigit?.(text.slice(0, -1));
  if (expected === undefined || text.endsWith(expected)) return null;
  const hint = `check digit: expected ${expected}`;
  return new IdentifierError(
    `Failed to read the ${form.label}: found ${quoted(text)}. ${hint}.`,
    'CHECK_DIGIT',
    hint,
    expected,
  );
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, 60));

/**
 * A zod schema for a branded identifier. A wrong form is an issue of format `regex` with the hint as its message; a
 * wrong check digit an issue of code `custom` whose `params` are `{ code: 'CHECK_DIGIT', expected }`.
 */
export function identifierSchema<Brand extends string>(form: IdentifierForm) {
  const { checkDigit } = form;
  const text = z
    .string()
    .max(64)
    .regex(form.pattern, { error: `expected the form of ${form.example}`, abort: checkDigit !== undefined });
  const schema = checkDigit
    ? text.superRefine((value, context) => refuseCheckDigit(form, value, context))
    : text;
  return schema.meta({ pattern: form.pattern.source, examples: [form.example] }).brand<Brand>();
}

function refuseCheckDigit(form: IdentifierForm, text: string, context: z.RefinementCtx): void {
  const fault = identifierFault(form, text);
  if (!fault) return;
  const { code, hint, expected } = fault;
  context.addIssue({ code: 'custom', message: hint, params: { code, expected } });
}

/** Parses `text` or throws an {@link IdentifierError}; the only way to make a branded identifier. */
export function parseIdentifier<Brand extends string>(
  form: IdentifierForm,
  text: string,
): string & z.$brand<Brand> {
  const fault = identifierFault(form, text);
  if (fault) throw fault;
  return text as string & z.$brand<Brand>;
}
