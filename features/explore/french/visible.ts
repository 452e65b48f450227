const LONGEST = 2_000;

/** Text of a file that others wrote, in a message for a terminal: what would steer it stands there as an escape. */
export const visible = (text: string): string =>
  text
    .slice(0, LONGEST)
    .replace(
      /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
