import { z } from 'zod';
import type { BegunLine, StoppedLine, TrafficLine } from '../../fixtures/load/run-file.ts';

/** A line of k6 with more bytes, or characters, cannot be read: even a large answer, each character of it written as six, is shorter. */
export const LONGEST_LINE = 16 * 1024 * 1024;

/** ms since the epoch, up to the year 2100. */
const instant = z.number().min(0).max(4_102_444_800_000);

/** What a k6 script says, as fixtures/load/run-file.ts has it; of an exchange its JSON. */
const saidLine = z.discriminatedUnion('corridor', [
  z.strictObject({
    corridor: z.literal('exchange'),
    kind: z.enum(['submit', 'query']),
    at: instant,
    from: z.string().max(20),
    method: z.enum(['GET', 'POST']),
    path: z.string().max(2_000),
    status: z.int().min(0).max(999),
    answer: z.string().optional(),
    afterMs: z.number().min(0).max(86_400_000),
    fault: z.string().max(500).optional(),
    name: z.string().max(60),
    lateMs: z.number().min(0).optional(),
  }),
  z.strictObject({ corridor: z.literal('stopped'), movement: z.string().max(64), at: z.string().max(60) }),
  z.strictObject({ corridor: z.literal('begun'), at: instant }),
]);
saidLine satisfies z.ZodType<TrafficLine | StoppedLine | BegunLine>;
type SaidLine = z.infer<typeof saidLine>;
type SaidExchange = Extract<SaidLine, { corridor: 'exchange' }>;

/** What k6 said. */
export type K6Line =
  | Exclude<SaidLine, SaidExchange>
  | (SaidExchange & {
      readonly answer: string;
      /** Its bytes as they were sent, and what they say; absent of a question. */
      readonly body?: string;
      readonly content?: unknown;
    });

const OURS = '{"corridor":';
/** Before the body, before the answer, and at the end of the line, as load/k6/tell.ts writes it; nowhere else. */
const MARK = '\u001e';
/** JSON, body, answer, and nothing. */
const PARTS = 4;

/** What a line of k6 says; undefined when it is none of our script, null when it is one that cannot be read: cut, or forged. */
export function k6LineOf(text: string): K6Line | null | undefined {
  if (!text.startsWith(OURS)) return undefined;
  if (text.length > LONGEST_LINE) return null;
  const [json = '', ...behind] = text.split(MARK, PARTS + 1);
  try {
    const head = saidLine.safeParse(JSON.parse(json)).data;
    if (head?.corridor === 'exchange') return exchangeOf(head, behind);
    return behind.length === 0 ? (head ?? null) : null;
  } catch {
    return null;
  }
}

/** @throws when the body is no JSON */
function exchangeOf(head: SaidExchange, behind: readonly string[]): K6Line | null {
  const [body = '', answer = '', end] = behind;
  if (behind.length !== PARTS - 1 || end !== '') return null;
  if (head.answer !== undefined && answer !== '') return null;
  const said = { ...head, answer: head.answer ?? answer };
  if (head.kind === 'query') return body === '' ? said : null;
  return { ...said, body, content: JSON.parse(body) as unknown };
}
