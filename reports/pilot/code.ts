/** A code, a date, a reference: one word of ASCII. A name in its place, or a telephone number, would have spaces or an accent. */
const CODE = /^[A-Za-z0-9/][\w./:+-]{0,63}$/;
/** One word, or no letter at all: a code that nobody has mapped, a moment, a figure. */
const SHOWN = /^(?:\S{1,40}|[^\p{L}\p{Cc}]{1,40}|[=@].{1,39})$/u;

/** Whether a text is a code, which names nobody. @source assumption: one word of ASCII, see decision 0021 */
export const isCode = (text: string): boolean => CODE.test(text);

/** A value of a cell as a refusal shows it; what may be the name of somebody only by its length. @source assumption, as above */
export const quoteCell = (text: string): string =>
  text === '' || SHOWN.test(text) ? JSON.stringify(text) : `a text of ${text.length} characters`;
