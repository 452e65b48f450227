import type { FastifyInstance } from 'fastify';
import { testClockAdvance } from '../../../profile/export/binding-shapes.ts';
import { advanceClock } from '../clock/advance.ts';
import { ProblemError } from '../intake/problem-error.ts';
import type { StackContext } from '../stack-context.ts';
import { jsonOf } from './json-body.ts';

/** The test clock (binding, section 6); not there in production. */
export function clockRoutes(server: FastifyInstance, context: StackContext): void {
  const { clock, hooks, environment } = context;
  if (environment === 'production') return;
  const now = (): { now: string } => ({ now: new Date(clock.now()).toISOString() });

  server.get('/v0/test-clock', async (request) => hooks.onPublish(now(), request.url));

  server.post('/v0/test-clock/advance', async (request) => {
    const given = testClockAdvance.safeParse(jsonOf(request));
    if (!given.success) throw new ProblemError('BAD_REQUEST', 'expected { "seconds": N }, N not negative');
    await advanceClock(context, hooks.onAdvance(given.data.seconds));
    return now();
  });
}
