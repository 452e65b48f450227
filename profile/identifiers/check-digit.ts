const FIRST_LETTER_VALUE = 10;

/** ISO 6346 letter values: A=10, B=12 ... skipping the multiples of 11. */
function letterValue(letter: string): number {
  let value = FIRST_LETTER_VALUE;
  for (let code = 'A'.charCodeAt(0); code < letter.charCodeAt(0); code++) {
    value += 1;
    if (value % 11 === 0) value += 1;
  }
  return value;
}

/** Values of the characters of identifiers, by character code: computed once, since every message has several. */
const valueByCode = Array.from({ length: 'Z'.charCodeAt(0) + 1 }, (_, code) => {
  const character = String.fromCharCode(code);
  return character >= '0' && character <= '9' ? Number(character) : letterValue(character);
});

/**
 * Check digit over letters and digits: weights 2^i from the left, sum modulo 11, 10 counting as 0.
 * Used for containers, and by the same rule for transit references and guarantee references.
 * @source ISO 6346 annex A (containers); assumption for our own references, after NCTS rule R0028
 */
export function checkDigitOf(body: string): string {
  let sum = 0;
  let weight = 1;
  for (let index = 0; index < body.length; index += 1) {
    sum = (sum + (valueByCode[body.charCodeAt(index)] ?? 0) * weight) % 11;
    weight = (weight * 2) % 11;
  }
  return String(sum % 10);
}
