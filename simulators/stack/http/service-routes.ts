import type { FastifyInstance } from 'fastify';
import type { StackContext } from '../stack-context.ts';

/** How the hub gets on with the national services that it asks (binding of services, section 7); not there when it asks none. */
export function serviceRoutes(server: FastifyInstance, { services, hooks }: StackContext): void {
  if (!services) return;
  server.get('/v0/services', async (request) =>
    hooks.onPublish({ ...(await services.states()) }, request.url),
  );
}
