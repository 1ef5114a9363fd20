import type { Failure } from '#shared/core/failure.ts';
import { canonicalJson } from '#shared/core/json.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { registrationText } from '#shared/records/registration.ts';
import type { AuditHead, TeamKeys } from '#shared/sync/team-api.ts';
import { teamKeysSchema } from '#shared/sync/team-api.ts';
import type { SettingStore } from '../db/stores.ts';
import { knownHeads, watchAudit } from './audit-heads.ts';
import type { DeviceKeys } from './device-keys.ts';
import { loadDeviceKeys } from './device-keys.ts';
import { tellExports } from './export-notes.ts';
import type { Transport } from './http-transport.ts';
import type { SyncContext, SyncStop } from './sync-context.ts';
import { unlessStopped } from './sync-context.ts';

const TEAM_KEYS_SETTING = 'team-keys';
const PATIENCE_MS = 4000;

/** For whom bundles are made, and whose each device is, as the server last said; undefined before it ever did. */
export async function readTeamKeys(settings: SettingStore): Promise<TeamKeys | undefined> {
  return teamKeysSchema.safeParse(await settings.get(TEAM_KEYS_SETTING)).data;
}

/** The same, asked of the server first; without a network what is known must do. */
export async function freshTeamKeys(
  settings: SettingStore,
  transport: Pick<Transport, 'teamKeys'>,
): Promise<TeamKeys | undefined> {
  const heard = await Promise.race([transport.teamKeys(), patience()]);
  if (heard?.ok) await keepTeamKeys(settings, heard.value);
  return readTeamKeys(settings);
}

// Who puts work on a stick has no network, as a rule, and does not wait for one.
function patience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
}

/** Keeps for whom bundles are made; the end of the audit is kept for itself (`audit-heads.ts`). */
export async function keepTeamKeys(
  settings: SettingStore,
  { audit: _audit, ...keys }: TeamKeys,
): Promise<Result<null, Failure>> {
  const known = await settings.get(TEAM_KEYS_SETTING);
  if (canonicalJson(known ?? null) === canonicalJson(keys)) return ok(null);
  return settings.set(TEAM_KEYS_SETTING, keys as never);
}

/**
 * Registers this laptop's key at the server, hears for whom bundles are made and holds its audit against what was seen of it; the keys it signs with from now on. Undefined
 * where the server is of before signatures, or the browser cannot sign: then work is sent unsigned, as it was.
 */
export async function registerDevice(
  context: Omit<SyncContext, 'device'>,
): Promise<Result<DeviceKeys | undefined, SyncStop>> {
  const { settings } = context.store;
  const keys = await loadDeviceKeys(settings);
  if (!keys) return ok(undefined);
  const heads = await knownHeads(settings, context.identity);
  const team = await unlessStopped(context, register(context, keys, heads));
  if (!team.ok) return team.error.kind === 'server/not-found' ? ok(undefined) : err(team.error);
  await tellExports(settings, context.transport);
  const changed = await watchAudit(settings, context.identity, team.value, context.nowMs());
  if (changed) context.told.push(changed);
  const kept = await keepTeamKeys(settings, team.value);
  return kept.ok ? ok(keys) : kept;
}

// A key that the server knows needs no proof: at most starts that is one exchange instead of three. A server from before asks for none.
async function register(
  { transport, identity }: Pick<SyncContext, 'transport' | 'identity'>,
  { device, recipient, sign }: DeviceKeys,
  heads: readonly AuditHead[],
): Promise<Result<TeamKeys, Failure>> {
  const numbers = heads.map(({ number }) => number);
  const known = await transport.registerDevice(device, { recipient }, numbers);
  if (known.ok || known.error.kind !== 'device/unknown') return known;
  const asked = await transport.challenge();
  if (!asked.ok) return asked;
  const { challenge } = asked.value;
  const signature = await sign(registrationText(identity, { device, recipient }, challenge));
  return transport.registerDevice(device, { recipient, proof: { challenge, signature } }, numbers);
}
