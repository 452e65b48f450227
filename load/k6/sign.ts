import encoding from 'k6/encoding';

/** ES256, the payload left out of the text. @source RFC 7515, appendix F; P07 */
const HEADER = encoding.b64encode(JSON.stringify({ alg: 'ES256' }), 'rawurl');
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;

let key: Promise<CryptoKey> | undefined;
let jwk = '';

/** Takes the private key of this sender, text of a JWK; read once for each virtual user. */
export function signWith(text: string): void {
  jwk = text;
}

/** Detached JWS of a body as it is sent: bodies are in canonical form already. */
export async function signatureOf(body: string): Promise<string> {
  key ??= crypto.subtle.importKey('jwk', JSON.parse(jwk) as JsonWebKey, CURVE, false, ['sign']);
  const signed = bytesOf(`${HEADER}.${encoding.b64encode(body, 'rawurl')}`);
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, await key, signed);
  return `${HEADER}..${encoding.b64encode(signature, 'rawurl')}`;
}

/** Base64 is ASCII: a character is a byte. */
const bytesOf = (ascii: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: ascii.length }, (_, at) => ascii.charCodeAt(at));
