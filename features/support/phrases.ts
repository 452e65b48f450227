import { defineParameterType } from '@cucumber/cucumber';

/** Any of these phrases as a pattern: the longest first, since one may begin another; every sign means itself. */
export const anyOf = (phrases: readonly string[]): string =>
  [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
    .join('|');

/**
 * A closed list of phrases and what each stands for, as a parameter type of Cucumber expressions.
 * @param quoted whether the phrase stands between quotes
 */
export function definePhrases<Value>(
  name: string,
  phrases: Readonly<Record<string, Value>>,
  quoted = false,
): void {
  const choice = anyOf(Object.keys(phrases));
  defineParameterType({
    name,
    regexp: new RegExp(quoted ? `"(?:${choice})"` : choice),
    transformer: (phrase: string): Value | undefined => phrases[quoted ? phrase.slice(1, -1) : phrase],
  });
}
