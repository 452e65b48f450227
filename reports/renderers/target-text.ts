import type { Texts } from './catalogue.ts';

/** A target by its name; that it was made to go wrong must be seen at once, or its red run is read as its own. */
export const targetText = (name: string, deviation: string | undefined, texts: Texts): string =>
  deviation === undefined ? name : `${name}, ${texts.deviating(deviation)}`;
