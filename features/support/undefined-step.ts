import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GherkinDocument, Pickle, Step } from '@cucumber/messages';
import { allFaults } from '../../simulators/links/index.ts';
import { ALL_FEATURES, supportCode } from './cucumber.ts';
import { near } from './near.ts';
import { packageRoot } from './package-root.ts';

const SHOWN = 3;
const PARAMETER = /\{(\w*)\}/g;
const STEP = /^\s*(?:Étant donnée?s?|Quand|Alors|Et|Mais)(?: que)? ([^<|\n]+)$/gm;

/** A step definition as Cucumber keeps it; only what we read. */
interface Definition {
  readonly pattern: string | RegExp;
  readonly expression: { readonly regexp: RegExp };
  matchesStepName(text: string): boolean;
}

/** Steps and parameter types as Cucumber keeps them; only what we read. */
export interface Library {
  readonly stepDefinitions: readonly Definition[];
  readonly parameterTypeRegistry: {
    lookupByTypeName(name: string): { readonly regexpStrings: readonly string[] } | undefined;
  };
}

/** A pattern one of whose parameters may be anything, while all else must fit. */
interface LooseForm {
  readonly pattern: string;
  readonly parameter: string;
  /** Its group `words` is what stands in the place of the parameter. */
  readonly form: RegExp;
}

/** What is to be said of the first step of a scenario that nothing defines: its text, its place, what may have been meant. */
export async function undefinedStepOf(
  document: GherkinDocument,
  { uri, steps }: Pick<Pickle, 'uri' | 'steps'>,
): Promise<string | undefined> {
  const known = await library();
  const step = steps.find(({ text }) => !isDefined(text, known));
  if (!step) return undefined;
  const line = stepsOf(document).find(({ id }) => step.astNodeIds.includes(id))?.location.line ?? 0;
  return `Le pas « ${step.text} » (${uri}:${line}) n'est pas défini. ${meant(step.text, known)}`;
}

/** Steps and parameter types of the specification. */
export const library = async (): Promise<Library> => (await supportCode()) as unknown as Library;

/** What may have been meant by a step that nothing defines, in French. */
export function meant(text: string, known: Library): string {
  const forms = looseForms(known);
  const [fitting] = forms
    .map((form) => ({ ...form, words: wordsIn(text, form) }))
    .filter(({ words }) => words !== '' && words !== text)
    .sort((one, other) => one.words.length - other.words.length);
  if (!fitting) return stepsLike(text, SHOWN, known) || 'Les pas connus sont dans features/steps/.';
  const { pattern, parameter, words } = fitting;
  const isLinkFault = parameter === 'link_fault';
  const values = isLinkFault ? linkFaults() : valuesWritten(parameter, forms, known);
  const some = isLinkFault ? values : values.slice(0, SHOWN);
  const alike = near(words, values).slice(0, SHOWN);
  const proposed =
    alike.length > 0
      ? [`Voulez-vous dire : ${alike.join(' ; ')} ?`]
      : [stepsLike(text, 1, known), some.length > 0 ? `On peut dire : ${some.join(' ; ')}.` : ''];
  return [`On connaît « ${pattern} », mais pas « ${words} ».`, ...proposed].filter(Boolean).join(' ');
}

/** The steps of the specification that are nearest to a text. */
function stepsLike(text: string, shown: number, known: Library): string {
  const alike = near(text, stepsWritten()).filter((written) => isDefined(written, known));
  return alike.length > 0 ? `Voulez-vous dire : « ${alike.slice(0, shown).join(' » ou « ')} » ?` : '';
}

const linkFaults = (): string[] => allFaults().flatMap(({ french }) => french);

const isDefined = (text: string, { stepDefinitions }: Library): boolean =>
  stepDefinitions.some((definition) => definition.matchesStepName(text));

const wordsIn = (text: string, { form }: LooseForm): string => form.exec(text)?.groups?.['words'] ?? '';

function looseForms(known: Library): LooseForm[] {
  return known.stepDefinitions.flatMap(({ pattern, expression }) =>
    typeof pattern === 'string' ? looseFormsOf(pattern, expression.regexp.source, known) : [],
  );
}

function looseFormsOf(pattern: string, compiled: string, known: Library): LooseForm[] {
  let from = 0;
  return [...pattern.matchAll(PARAMETER)].flatMap(([, parameter = '']) => {
    const group = groupOf(parameter, known);
    const at = compiled.indexOf(group, from);
    if (at < 0) return [];
    from = at + group.length;
    const form = new RegExp(`${compiled.slice(0, at)}(?<words>.+)${compiled.slice(from)}`);
    return [{ pattern, parameter, form }];
  });
}

/** A parameter as it stands in a compiled expression. */
function groupOf(parameter: string, { parameterTypeRegistry }: Library): string {
  const strings = parameterTypeRegistry.lookupByTypeName(parameter)?.regexpStrings ?? [];
  return strings.length === 1 ? `(${strings[0]})` : `((?:${strings.join(')|(?:')}))`;
}

/** What the specification writes in the place of a parameter. */
function valuesWritten(parameter: string, forms: readonly LooseForm[], known: Library): string[] {
  const type = new RegExp(`^${groupOf(parameter, known)}$`);
  const own = forms.filter((form) => form.parameter === parameter);
  const values = stepsWritten().flatMap((text) => own.map((form) => wordsIn(text, form)));
  return [...new Set(values)].filter((value) => type.test(value));
}

/** The steps of the specification, but those with a column of examples in them. */
export function stepsWritten(): string[] {
  const files = globSync(ALL_FEATURES, { cwd: packageRoot }).sort();
  const texts = files.flatMap((file) =>
    [...readFileSync(join(packageRoot, file), 'utf8').matchAll(STEP)].map(([, text = '']) => text.trim()),
  );
  return [...new Set(texts)];
}

function stepsOf({ feature }: GherkinDocument): readonly Step[] {
  const children = feature?.children ?? [];
  const within = [...children, ...children.flatMap(({ rule }) => rule?.children ?? [])];
  return within.flatMap(({ background, scenario }) => [
    ...(background?.steps ?? []),
    ...(scenario?.steps ?? []),
  ]);
}
