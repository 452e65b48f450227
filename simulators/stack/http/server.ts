import type { IncomingMessage } from 'node:http';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { PROBLEM_MEDIA_TYPE, type ProblemCode, problemOf } from '../../../profile/problem.ts';
import { ProblemError } from '../intake/problem-error.ts';
import type { StackContext } from '../stack-context.ts';
import type { TrackingHost } from '../tracking/tracking-host.ts';
import { clockRoutes } from './clock-routes.ts';
import { deliveryRoutes } from './delivery-routes.ts';
import { messageRoutes } from './message-routes.ts';
import { publicationRoutes } from './publication-routes.ts';
import { serviceRoutes } from './service-routes.ts';
import { trackingRoutes } from './tracking-routes.ts';
import { wholeBody } from './whole-body.ts';

/** A whole request must have come in this time; longer than the largest body takes over a slow link. */
const LONGEST_REQUEST_MS = 300_000;

const codeOfFault: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'BAD_REQUEST',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'NOT_JSON',
  FST_ERR_BAD_URL: 'BAD_REQUEST',
  FST_ERR_MAX_PARAM_LENGTH: 'NOT_FOUND',
};

/** The published interface of the stack: everything of the binding, and nothing else. */
export function createServer(context: StackContext, tracking: TrackingHost): FastifyInstance {
  const server = Fastify({
    forceCloseConnections: true,
    requestTimeout: LONGEST_REQUEST_MS,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => sendFault(context, error, request, reply),
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', (_request: FastifyRequest, payload: IncomingMessage) =>
    wholeBody(payload),
  );
  server.addHook('onRequest', async (request) => {
    // no name holds this character, and the database takes it in none
    if (/^[^?]*%00/.test(request.url)) throw new ProblemError('NOT_FOUND', request.url.slice(0, 200));
    const charset = /charset\s*=\s*"?([^";\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
    if (charset !== undefined && !/^utf-?8$/i.test(charset))
      throw new ProblemError('UNSUPPORTED_MEDIA_TYPE', `the charset is ${JSON.stringify(charset)}`);
  });
  server.setErrorHandler((error: FastifyError | ProblemError, request, reply) =>
    sendFault(context, error, request, reply),
  );
  server.setNotFoundHandler((request, reply) =>
    sendProblem(context, reply, 'NOT_FOUND', request.url.slice(0, 200)),
  );
  messageRoutes(server, context);
  deliveryRoutes(server, context);
  publicationRoutes(server, context);
  clockRoutes(server, context);
  serviceRoutes(server, context);
  trackingRoutes(server, context, tracking);
  return server;
}

function sendFault(
  context: StackContext,
  error: FastifyError | ProblemError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (error instanceof ProblemError) return sendProblem(context, reply, error.code, error.message);
  const code = codeOfFault[error.code];
  if (code) return sendProblem(context, reply, code, error.message);
  context.log.error({ err: error, method: request.method, url: request.url }, 'Failed to answer a request.');
  return sendProblem(context, reply, 'UNAVAILABLE', undefined);
}

function sendProblem(
  { hooks }: StackContext,
  reply: FastifyReply,
  code: ProblemCode,
  detail: string | undefined,
): FastifyReply {
  const told = problemOf(code, detail);
  const problem = hooks.onProblem({ ...told });
  return reply
    .code(Number(problem['status'] ?? told.status))
    .header('content-type', PROBLEM_MEDIA_TYPE)
    .send(JSON.stringify(problem));
}
