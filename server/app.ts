import fastifyCookie from '@fastify/cookie';
import fastify, { LogController } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { MAX_BATCH_BYTES } from '#shared/sync/http-api.ts';
import type { Config } from './config.ts';
import { requireSession } from './plugins/authentication.ts';
import { codeContent } from './plugins/content-coding.ts';
import { failureError, replyWithFailures } from './plugins/failure-replies.ts';
import { limitRequests } from './plugins/limits.ts';
import type { Metrics } from './plugins/metrics.ts';
import { logOptions, logRequests } from './plugins/request-log.ts';
import { requireSameOrigin } from './plugins/same-origin.ts';
import { setSecurityHeaders } from './plugins/security-headers.ts';
import { serveWebPage } from './plugins/web-page.ts';
import { deviceRoutes, enrolmentRoute } from './routes/device-routes.ts';
import { healthRoutes } from './routes/health-routes.ts';
import { photoRoutes } from './routes/photo-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { syncRoutes } from './routes/sync-routes.ts';
import type { HealthDeps } from './services/describe-server.ts';
import type { PhotoDeps } from './services/keep-photo.ts';
import type { PushDeps } from './services/push-entries.ts';
import type { SessionDeps } from './services/sessions.ts';

/** Everything the routes work with. */
export interface AppDeps extends HealthDeps, SessionDeps, PushDeps, PhotoDeps {
  readonly config: Pick<
    Config,
    'isHttps' | 'publicHosts' | 'trustedProxies' | 'pageFolder' | 'logLevel'
  >;
  readonly metrics: Pick<Metrics, 'measure'>;
  /** True for an error after which the same request may succeed later. */
  readonly isPassing: (error: unknown) => boolean;
}

const REQUEST_TIMEOUT_MS = 10 * 60_000;
const HEADERS_TIMEOUT_MS = 60_000;

/** Puts the server together; it listens to nothing yet. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const { config } = deps;
  const { isHttps } = config;
  const app = fastify({
    logger: logOptions(config.logLevel),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    bodyLimit: MAX_BATCH_BYTES,
    // A photo over a slow link takes minutes; its sender gives up on progress, not on time.
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: { headersTimeout: HEADERS_TIMEOUT_MS },
    return503OnClosing: false,
  });

  replyWithFailures(app, deps.isPassing);
  refuseWhileClosing(app);
  logRequests(app);
  deps.metrics.measure(app);
  await setSecurityHeaders(app, isHttps);
  requireSameOrigin(app, config.publicHosts);
  await limitRequests(app);
  await app.register(fastifyCookie);
  codeContent(app, MAX_BATCH_BYTES);
  app.decorateRequest('session', null);

  // GET    /health                 who answers
  healthRoutes(app, deps);
  // POST   /session                sign in            GET /session  who am I      DELETE /session  sign out
  // POST   /session/challenge      what a device signs   POST /session/renewed  a session again, by a device's key
  sessionRoutes(app, { ...deps, isHttps });
  // POST   /enrolled               a new laptop, by a code
  enrolmentRoute(app, { ...deps, isHttps });
  await app.register(async (members) => {
    members.addHook('onRequest', requireSession(deps));
    // POST /sync/push              entries in         GET /sync/pull  entries out  GET /sync/feeds/:feed  how far   POST /sync/proofs  who signed what was read
    syncRoutes(members, deps);
    // PUT  /devices/:key           this device        GET /devices  for whom bundles are   DELETE /devices/:key  bar one
    // GET  /team                   who has which      POST /enrolments, DELETE /enrolments/:key  codes for laptops   POST /audit/exports  what a laptop wrote to a file
    deviceRoutes(members, { ...deps, isHttps });
    // HEAD, GET, PUT /photos/:sha256   POST /photos/uploads   HEAD, PATCH /photos/uploads/:sha256
    photoRoutes(members, deps);
  });
  // GET    /*                      the web page
  await serveWebPage(app, config.pageFolder);
  return app;
}

// Connections that are kept open may bring new requests while the last ones are finished.
function refuseWhileClosing(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onRequest', async (_request, reply) => {
    if (!isClosing) return;
    void reply.header('connection', 'close');
    throw failureError({ kind: 'server/busy' });
  });
}
