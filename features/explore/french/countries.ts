/** Who acts, as the table says it. */
export const COUNTRY_WORDS: Readonly<Record<string, string>> = {
  TG: 'Togo',
  BF: 'Burkina Faso',
  ML: 'Mali',
  NE: 'Niger',
  hub: 'hub',
};

export const COUNTRY_OF_WORD: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(COUNTRY_WORDS).map(([code, word]) => [word, code]),
);
