import { catalogue, type Language, type Texts } from '../../catalogue.ts';
import type { PageData } from '../page-data.ts';

/** What every view is given: the page and the words. */
export interface View {
  readonly data: PageData;
  readonly texts: Texts;
  readonly requirements: ReadonlyMap<string, PageData['requirements'][number]>;
}

export const viewOf = (data: PageData, language: Language): View => ({
  data,
  texts: catalogue[language],
  requirements: new Map(data.requirements.map((requirement) => [requirement.id, requirement])),
});

/** Text of a requirement in the language of the page. */
export const requirementText = ({ texts, requirements }: View, id: string): string =>
  requirements.get(id)?.[texts.language] ?? '';

export const seatName = ({ texts }: Pick<View, 'texts'>, seat: string): string => texts.seats[seat] ?? seat;
export const stageName = ({ texts }: View, stage: string): string => texts.stages[stage] ?? stage;

/** Code and name of a message, e.g. `AT01 avis de transit`; the name alone would not do for engineers. */
export const messageName = ({ data, texts }: View, type: string): string => {
  const name = data.messages[type]?.[texts.language];
  return name === undefined ? type : `${type} ${name}`;
};

/** `12:03:59.120`, UTC. */
export const clockTime = (at: string): string => new Date(at).toISOString().slice(11, 23);

/** Date and time in words, UTC. */
export function longInstant({ texts }: Pick<View, 'texts'>, at: string): string {
  const options = { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' } as const;
  return `${new Intl.DateTimeFormat(texts.locale, options).format(new Date(at))} UTC`;
}

/** `850 ms`, `41,2 s`, `3 min 20 s`. */
export function durationText({ texts }: Pick<View, 'texts'>, durationMs: number): string {
  if (durationMs < 1_000) return `${Math.round(durationMs)} ms`;
  const seconds = durationMs / 1_000;
  if (seconds < 60) return `${seconds.toLocaleString(texts.locale, { maximumFractionDigits: 1 })} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** Text of others as part of an address; a lone surrogate, which no address can hold, is replaced. */
export const inAddress = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replaceAll('%2F', '/');

/** Address of a scenario in this page. */
export const scenarioLink = (id: string): string => `#s=${inAddress(id)}`;
export const requirementLink = (id: string): string => `#r=${inAddress(id)}`;
