import type { FastifyInstance } from 'fastify';
import { deviceKeySchema } from '#shared/core/device-key.ts';
import type { TeamKeys } from '#shared/sync/http-api.ts';
import { deviceRegistrationSchema } from '#shared/sync/http-api.ts';
import { accountOf } from '../plugins/authentication.ts';
import { sendFailure } from '../plugins/failure-replies.ts';
import type { DeviceDeps } from '../services/devices.ts';
import { registerDevice, teamKeys } from '../services/devices.ts';

/** The keys of devices: registering one's own, and those that bundles are made for. */
export function deviceRoutes(app: FastifyInstance, deps: DeviceDeps): void {
  app.route({
    method: 'GET',
    url: '/devices',
    handler: async (request): Promise<TeamKeys> => teamKeys(deps, accountOf(request)),
  });

  app.put('/devices/:key', async (request, reply) => {
    const { key } = request.params as { readonly key?: string };
    const device = deviceKeySchema.safeParse(key);
    const registration = deviceRegistrationSchema.safeParse(request.body);
    if (!device.success || !registration.success) {
      return sendFailure(reply, { kind: 'server/bad-request', detail: 'not a device' });
    }
    const account = accountOf(request);
    const { recipient } = registration.data;
    const registered = await registerDevice(deps, account, device.data, recipient);
    return registered.ok ? teamKeys(deps, account) : sendFailure(reply, registered.error);
  });
}
