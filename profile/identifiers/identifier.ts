import { z } from "zod";

/** Why a text is not an identifier: its form, or its check digit. */
export type IdentifierFault = "PATTERN" | "CHECK_DIGIT";

/** Refusal of an identifier: a stable `code`, what was seen in `message`, what to do in `hint`. */
export class IdentifierError extends Error {
	override readonly name = "IdentifierError";
	readonly code: IdentifierFault;
	readonly hint: string;
	constructor(message: string, code: IdentifierFault, hint: string) {
		super(message);
		this.code = code;
		this.hint = hint;
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
export function identifierFault(
	form: IdentifierForm,
	text: string,
): IdentifierError | null {
	const quoted = JSON.stringify(text.slice(0, 60));
	if (!form.pattern.test(text)) {
		const hint = `expected the form of ${form.example}`;
		return new IdentifierError(
			`Failed to read the ${form.label}: found ${quoted}. ${hint}.`,
			"PATTERN",
			hint,
		);
	}
	const expected = form.checkDigit?.(text.slice(0, -1));
	if (expected === undefined || text.endsWith(expected)) return null;
	const hint = `check digit: expected ${expected}`;
	return new IdentifierError(
		`Failed to read the ${form.label}: found ${quoted}. ${hint}.`,
		"CHECK_DIGIT",
		hint,
	);
}

/**
 * A zod schema for a branded identifier. A fault becomes an issue of code `custom` whose
 * `params.code` is `PATTERN` or `CHECK_DIGIT`, so that the error catalogue can name it.
 */
export function identifierSchema<Brand extends string>(form: IdentifierForm) {
	return z
		.string()
		.max(64)
		.superRefine((text, context) => {
			const fault = identifierFault(form, text);
			if (fault)
				context.addIssue({
					code: "custom",
					message: fault.hint,
					params: { code: fault.code },
				});
		})
		.meta({ pattern: form.pattern.source, examples: [form.example] })
		.brand<Brand>();
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
