/** HTML that is safe to write out. Only {@link html} makes one from parts; {@link trusted} is for our own constants. */
export interface Markup {
  readonly markup: string;
}

type Part = Markup | string | number | false | null | undefined | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/**
 * Text of others as HTML, for content and for quoted attributes. Characters that would turn or hide the text
 * (controls, direction overrides) are shown by their number.
 */
export const escapeText = (text: string): string =>
  text
    .replace(/[&<>"'`]/g, (character) => entities[character] ?? '')
    .replace(/[^\P{Cc}\t\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Cs}]/gu, numbered);

const numbered = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Template tag: everything put in is escaped, unless it was made by this tag. Attributes must be quoted. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: strings.reduce(
    (text, string, at) => text + string + (at < parts.length ? render(parts[at]) : ''),
    '',
  ),
});

/** A constant of ours, put in as it is. Never for anything that was read. */
export const trusted = (markup: string): Markup => ({ markup });

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part));
  if (isMarkup(part)) return part.markup;
  return part.map(render).join('');
}

const isMarkup = (part: Markup | readonly Part[]): part is Markup => !Array.isArray(part);
