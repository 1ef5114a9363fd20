import type { FastifyInstance } from 'fastify';
import type { Health } from '#shared/sync/http-api.ts';
import { describeServer } from '../services/describe-server.ts';
import type { HealthDeps } from '../services/describe-server.ts';

/** Who answers, for everyone. */
export function healthRoutes(app: FastifyInstance, deps: HealthDeps): void {
  app.get('/health', async (): Promise<Health> => describeServer(deps));
}
