/**
 * A word that every shell takes as it is, or one in single quotes.
 * @param word an argument of a command line, such as a scenario id or a tag expression
 */
export const shellWord = (word: string): string =>
  /^[\w./:@%+,=-][\w./:@%+,=#-]*$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
