import type { z } from 'zod';
import type { TransitNoticePayload } from '../messages/transit-notice.ts';
import { LONGEST_KEPT_S } from './service-limits.ts';
import type { LookupName } from './service-names.ts';
import type { ServiceProblemCode } from './service-problems.ts';

/** What a question asks about; with the service it is the key under which an answer may be kept. */
export type QuestionKey = Readonly<Record<string, string | number>>;

/** One question to a service about one notice. */
export interface Question<Key extends QuestionKey = QuestionKey> {
  readonly service: LookupName;
  /** From the base address of the service, query included, percent-encoded. */
  readonly path: string;
  readonly key: Key;
  /** Where in the TransitNotice stands what is asked about, from the root of the message. */
  readonly pointer: string;
}

/** A statement of the notice that a service contradicts. */
export interface Contradiction {
  readonly pointer: string;
  /** What the service says instead, in English. */
  readonly reason: string;
}

/** How a body answers a question. `until`: ms since the epoch up to which it may be kept. */
export type Reading<Answer> =
  | { readonly usable: true; readonly answer: Answer; readonly until: number }
  | { readonly usable: false; readonly reason: string };

/** A service that is asked about announced movements. */
export interface Lookup<Answer = unknown> {
  readonly name: LookupName;
  readonly french: string;
  readonly purpose: { readonly fr: string; readonly en: string };
  /** Template of the path, e.g. `/taxpayers/{taxId}?year={year}`. */
  readonly path: string;
  readonly answer: z.ZodType<Answer>;
  /** The refusal that says that it does not know what was asked about. */
  readonly unknown: ServiceProblemCode;
  /**
   * The questions that a notice gives rise to, each key once.
   * @param on day on which the notice was prepared, UTC, `2026-11-22`
   */
  questions(notice: TransitNoticePayload, on: string): Question[];
  /**
   * Whether a body is an answer to this question: of the schema, and for the key, year or edition that was asked for.
   * @param now when the answer came, ms since the epoch
   */
  read(question: Question, body: unknown, now: number): Reading<Answer>;
  /** What of the notice an answer contradicts; empty when they agree. */
  contradictions(
    question: Question,
    answer: Answer,
    notice: TransitNoticePayload,
    on: string,
  ): Contradiction[];
}

/** What the file of one such service says. */
export interface LookupDefinition<Key extends QuestionKey, Answer>
  extends Pick<Lookup<Answer>, 'name' | 'french' | 'purpose' | 'path' | 'answer' | 'unknown'> {
  /** What is asked, and where it stands in the payload (`/principal/taxId`). */
  asks(notice: TransitNoticePayload, on: string): { key: Key; at: string }[];
  /** Why the answer is for something else than was asked, in English; null when it fits. */
  misfit(key: Key, answer: Answer): string | null;
  /** Until when the answer may be kept beside the limit of a day, ms since the epoch. */
  keptUntil(answer: Answer, now: number): number;
  /** Pointers are from the payload; `at` is that of the question. */
  contradictions(
    answer: Answer,
    notice: TransitNoticePayload,
    question: { key: Key; at: string; on: string },
  ): { at: string; reason: string }[];
}

const PAYLOAD = '/payload';

/** Makes the service of its definition: fills paths, drops double questions, bounds how long answers are kept. */
export function defineLookup<Key extends QuestionKey, Answer>(
  definition: LookupDefinition<Key, Answer>,
): Lookup<Answer> {
  const { name, french, purpose, path, answer, unknown } = definition;
  return {
    name,
    french,
    purpose,
    path,
    answer,
    unknown,
    questions: (notice, on) => {
      const questions = definition
        .asks(notice, on)
        .map(({ key, at }) => ({ service: name, path: filled(path, key), key, pointer: PAYLOAD + at }));
      return [
        ...new Map(questions.toReversed().map((question) => [question.path, question])).values(),
      ].reverse();
    },
    read: (question, body, now) => {
      const parsed = answer.safeParse(body);
      if (!parsed.success) return { usable: false, reason: 'wrong content' };
      const misfit = definition.misfit(question.key as Key, parsed.data);
      if (misfit) return { usable: false, reason: misfit };
      const until = Math.min(definition.keptUntil(parsed.data, now), now + LONGEST_KEPT_S * 1000);
      return { usable: true, answer: parsed.data, until };
    },
    contradictions: ({ key, pointer }, given, notice, on) =>
      definition
        .contradictions(given, notice, { key: key as Key, at: pointer.slice(PAYLOAD.length), on })
        .map(({ at, reason }) => ({ pointer: PAYLOAD + at, reason })),
  };
}

const filled = (template: string, key: QuestionKey): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(key[name])));

const DAY_MS = 86_400_000;

/** The end of the day in which a moment lies, UTC; ms since the epoch. */
export const endOfDay = (now: number): number => (Math.floor(now / DAY_MS) + 1) * DAY_MS;
