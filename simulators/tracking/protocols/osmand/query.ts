/** Name and value of a parameter as they stand in the request, percent-encoded. */
export type Parameter = readonly [name: string, value: string | null];

/** Splits a query; nothing is decoded, so that the same text comes back. */
export const parametersOf = (query: string): Parameter[] =>
  query.split('&').map((pair) => {
    const equals = pair.indexOf('=');
    return equals < 0 ? [pair, null] : [pair.slice(0, equals), pair.slice(equals + 1)];
  });

/** The query as it was. */
export const queryOf = (parameters: readonly Parameter[]): string =>
  parameters.map(([name, value]) => (value === null ? name : `${name}=${value}`)).join('&');

/** The text that is meant; null where a percent sign begins no byte or the bytes are no UTF-8. */
export function decodedValue(value: string): string | null {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

/** Text as the value of a parameter. */
export const encodedValue = (text: string): string =>
  encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2C', ',');
