import canonicalize from "canonicalize";

/**
 * The RFC 8785 canonical form of a message (envelope and payload): what the digest of P03 is computed over.
 * The digest is lower-case hexadecimal SHA-256 of its UTF-8 bytes; hashing is left to the caller, so that this
 * room needs no platform module.
 * @source RFC 8785; profile decision P03
 */
export function canonicalForm(message: object): string {
	const text = canonicalize(message);
	if (text === undefined)
		throw new TypeError(
			"Failed to canonicalise: found a value that JSON cannot hold.",
		);
	return text;
}
