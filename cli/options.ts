import { InvalidArgumentError, Option } from 'commander';
import { LARGEST_SEED } from '../features/support/run-plan.ts';

/** A whole number between two bounds, or a sentence that says what was seen. */
export const wholeNumber =
  (name: string, min: number, max: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^-?\d+$/.test(text) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`found "${text}"; ${name} is a whole number from ${min} to ${max}.`);
  };

export const seedOption = (description = 'seed of traffic, order and faults (default: drawn, and printed)') =>
  new Option('--seed <n>', description).argParser(wholeNumber('a seed', 0, LARGEST_SEED));

export const formatOption = () =>
  new Option('--format <format>', 'human, or one JSON document on stdout')
    .choices(['human', 'json'])
    .default('human');

/** Seconds that an answer of the stack is waited for; given to the commands in milliseconds. */
export const answerWithinOption = (fallback: string) =>
  new Option(
    '--answer-within <seconds>',
    `longest wait for one answer of the stack, 0.1 to 30 (default: ${fallback})`,
  ).argParser((text: string) => {
    const seconds = Number(text);
    if (/^\d+(\.\d+)?$/.test(text) && seconds >= 0.1 && seconds <= 30) return seconds * 1000;
    throw new InvalidArgumentError(`found "${text}"; a wait is a number of seconds from 0.1 to 30.`);
  });

/** A file that puts other images in the place of ours. */
export const imagesOption = () =>
  new Option(
    '--images <file>',
    'YAML file with registry, names and tags of the images (default: CORRIDOR_IMAGE_PREFIX, ours)',
  );

/** `random:SEED` or `defined`. */
export const parseOrder = (text: string): string => {
  if (text === 'defined' || /^random:\d{1,10}$/.test(text)) return text;
  throw new InvalidArgumentError(`found "${text}"; an order is "defined" or "random:SEED".`);
};

export interface Shard {
  readonly index: number;
  readonly total: number;
}

/** `I/N` with 1 <= I <= N. */
export const parseShard = (text: string): Shard => {
  const [, index, total] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  const shard = { index: Number(index), total: Number(total) };
  if (index && shard.index >= 1 && shard.index <= shard.total) return shard;
  throw new InvalidArgumentError(`found "${text}"; a shard is I/N with I from 1 to N, such as 1/3.`);
};
