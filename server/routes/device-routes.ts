import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DeviceKey } from '#shared/core/device-key.ts';
import { deviceKeySchema } from '#shared/core/device-key.ts';
import type { Failure } from '#shared/core/failure.ts';
import { personIdSchema } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import type { TeamKeys } from '#shared/sync/team-api.ts';
import { exportNoteSchema } from '#shared/sync/http-api.ts';
import {
  auditNumbersSchema,
  deviceRegistrationSchema,
  enrollingSchema,
  newEnrolmentSchema,
  teamChangeSchema,
} from '#shared/sync/team-api.ts';
import { accountOf, cookieOptions, sessionCookie, sessionOf } from '../plugins/authentication.ts';
import { sendFailure } from '../plugins/failure-replies.ts';
import type { DeviceDeps } from '../services/devices.ts';
import { noteAudit } from '../services/audit.ts';
import { barDevice, registerDevice, teamKeys, teamOverview } from '../services/devices.ts';
import { openEnrolment, useEnrolment, withdrawEnrolment } from '../services/enrolments.ts';
import type { SessionDeps } from '../services/sessions.ts';
import { describeAccount, openSession } from '../services/sessions.ts';
import { changeTeam } from '../services/teams.ts';
import { countSignIn } from '../services/sign-in-tries.ts';

/** What the device routes work with. */
export type DeviceRouteDeps = DeviceDeps & SessionDeps & { readonly isHttps: boolean };

/** A laptop that has no session yet uses a code, and is signed in by it. */
export function enrolmentRoute(app: FastifyInstance, deps: DeviceRouteDeps): void {
  app.post('/enrolled', async (request, reply) => {
    const tooMany = await countSignIn(deps, request.ip);
    if (tooMany) return sendFailure(reply, tooMany);
    const asked = enrollingSchema.safeParse(request.body);
    if (!asked.success) {
      return sendFailure(reply, { kind: 'server/bad-request', detail: 'not an enrolment' });
    }
    const enrolled = await useEnrolment(deps, asked.data);
    if (!enrolled.ok) return sendFailure(reply, enrolled.error);
    const { secret, account } = await openSession(deps, enrolled.value, 'person');
    void reply.setCookie(sessionCookie, secret, cookieOptions(deps.isHttps));
    return describeAccount(deps, account);
  });
}

/** The keys of devices: registering one's own, and those that bundles are made for. */
export function deviceRoutes(app: FastifyInstance, deps: DeviceRouteDeps): void {
  app.route({
    method: 'GET',
    url: '/devices',
    handler: async (request): Promise<TeamKeys> =>
      teamKeys(deps, accountOf(request), auditNumbersOf(request)),
  });

  app.put('/devices/:key', async (request, reply) => {
    const device = keyOf(request);
    const registration = deviceRegistrationSchema.safeParse(request.body);
    if (!device || !registration.success) {
      return sendFailure(reply, { kind: 'server/bad-request', detail: 'not a device' });
    }
    const session = sessionOf(request);
    const registered = await registerDevice(deps, session, device, registration.data);
    if (!registered.ok) return sendFailure(reply, registered.error);
    return teamKeys(deps, session.account, auditNumbersOf(request));
  });

  app.route({
    method: 'GET',
    url: '/team',
    handler: async (request, reply) => answer(reply, await teamOverview(deps, accountOf(request))),
  });

  app.put('/team/:person', async (request, reply) => {
    const { person } = request.params as { readonly person?: string };
    const moved = personIdSchema.safeParse(person);
    const change = teamChangeSchema.safeParse(request.body);
    if (!moved.success || !change.success) {
      return sendFailure(reply, { kind: 'server/bad-request', detail: 'not a team' });
    }
    return answer(reply, await changeTeam(deps, accountOf(request), moved.data, change.data.team));
  });

  app.post('/enrolments', async (request, reply) => {
    const asked = newEnrolmentSchema.safeParse(request.body);
    if (!asked.success) {
      return sendFailure(reply, { kind: 'server/bad-request', detail: 'not an enrolment' });
    }
    return answer(reply, await openEnrolment(deps, accountOf(request), asked.data));
  });

  app.post('/audit/exports', async (request, reply) => {
    const told = exportNoteSchema.safeParse(request.body);
    if (!told.success) {
      return sendFailure(reply, { kind: 'server/bad-request', detail: 'not an export' });
    }
    const { project, person } = accountOf(request);
    await noteAudit(deps, project, { action: 'export', by: person, detail: { ...told.data } });
    return reply.code(204).send();
  });

  app.delete('/enrolments/:key', async (request, reply) => {
    const key = keyOf(request);
    if (!key) return sendFailure(reply, { kind: 'server/bad-request', detail: 'not a key' });
    return answer(reply, await withdrawEnrolment(deps, accountOf(request), key));
  });

  app.delete('/devices/:key', async (request, reply) => {
    const key = keyOf(request);
    if (!key) return sendFailure(reply, { kind: 'server/bad-request', detail: 'not a key' });
    return answer(reply, await barDevice(deps, accountOf(request), key));
  });
}

function keyOf(request: FastifyRequest): DeviceKey | undefined {
  const { key } = request.params as { readonly key?: string };
  return deviceKeySchema.safeParse(key).data;
}

function auditNumbersOf(request: FastifyRequest): readonly number[] {
  const { audit } = request.query as { readonly audit?: unknown };
  return auditNumbersSchema.safeParse(audit).data ?? [];
}

function answer<T>(reply: FastifyReply, outcome: Result<T, Failure>): FastifyReply {
  if (!outcome.ok) return sendFailure(reply, outcome.error);
  return outcome.value === null ? reply.code(204).send() : reply.send(outcome.value);
}
