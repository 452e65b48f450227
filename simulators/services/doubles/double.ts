import type { z } from 'zod';
import type { Movement } from '../../../fixtures/movements/movement.ts';
import { PROBLEM_MEDIA_TYPE } from '../../../profile/problem.ts';
import type { ServiceName } from '../../../profile/services/service-names.ts';
import {
  type ServiceProblemCode,
  serviceProblem,
  serviceProblemOf,
} from '../../../profile/services/service-problems.ts';
import { ServiceError } from '../service-error.ts';
import type { StubAnswer, StubRequest, StubState } from '../wiremock/stub.ts';
import { asJson } from '../wiremock/wiremock-driver.ts';

/** A right answer of a service: a stub whose body is an answer of the profile, or a refusal. */
export interface TrueStub {
  readonly request: StubRequest;
  readonly answer: StubAnswer;
  readonly state?: StubState;
  readonly priority?: number;
  /** The movement that it is about; absent: any. */
  readonly movement?: string;
  /** What the body must be; null when there is none. */
  readonly shape: z.ZodType | null;
}

/** When and for whom the answers are made. */
export interface Setting {
  /** When the registers were last changed, `2026-11-22T08:30:00Z`. */
  readonly asOf: string;
  /** Begins the name of every state machine, so that two doubles on one WireMock do not meet. */
  readonly prefix: string;
}

/** The double of one service: the answers it would give about movements, and those about anything else. */
export interface Double {
  readonly service: ServiceName;
  /**
   * Paths are from the base address of the service. Called anew with all movements whenever one is added.
   * @throws ServiceError DOUBLE_WRONG when the movements need more states than a double has
   */
  stubs(movements: readonly Movement[], setting: Setting): TrueStub[];
}

/** An answer with a body of the profile. */
export const answering = (status: number, body: object): StubAnswer => ({ status, body: asJson(body) });

/** A refusal of the profile, as an answer. */
export function refusing(
  code: ServiceProblemCode,
  more: Parameters<typeof serviceProblemOf>[1] = {},
): { answer: StubAnswer; shape: z.ZodType } {
  const problem = serviceProblemOf(code, more);
  const headers = { 'Content-Type': PROBLEM_MEDIA_TYPE };
  return { answer: { status: problem.status, headers, body: asJson(problem) }, shape: serviceProblem };
}

/** What a service says of what it does not know: the last stub to fit. */
export const unknown = (code: ServiceProblemCode, method: StubRequest['method'] = 'GET'): TrueStub => ({
  request: { method, url: '/.*', pattern: true },
  ...refusing(code),
  priority: 10,
});

/**
 * The body of every right answer is one of the profile before it is served.
 * @throws ServiceError DOUBLE_WRONG: the double itself is wrong, or was made from what is not valid
 */
export function insistOnShape(service: ServiceName, { request, answer, shape }: TrueStub): void {
  if (shape === null && answer.body === undefined) return;
  const checked = shape?.safeParse(answer.body);
  if (checked?.success) return;
  const path = checked?.error.issues[0]?.path.join('/') ?? 'a body where there is none';
  throw new ServiceError(
    'DOUBLE_WRONG',
    `The double of ${service} would answer ${request.method} ${request.url} with what is not of the profile: ${path}.`,
    'Correct the double in simulators/services/doubles, or what it was told to say.',
  );
}
