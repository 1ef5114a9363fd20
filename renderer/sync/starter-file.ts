import { z } from 'zod';
import { decryptWithPassphrase, encryptWithPassphrase } from '#shared/bundle/age.ts';
import { BundleRefusal } from '#shared/bundle/bundle-refusal.ts';
import type { Failure } from '#shared/core/failure.ts';
import { utf8 } from '#shared/core/hash.ts';
import type { FeedId, PersonId, RecordId } from '#shared/core/ids.ts';
import { personIdSchema, projectIdSchema, serverKeySchema } from '#shared/core/ids.ts';
import { isTooDeep } from '#shared/core/json.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { Entry } from '#shared/records/entry.ts';
import { sizedEntrySchema } from '#shared/records/entry.ts';
import type { Role } from '#shared/records/role.ts';
import { roles } from '#shared/records/role.ts';
import { certificateText } from '#shared/records/signed-head.ts';
import { openRegisters } from '#shared/rules/permissions.ts';
import { teamKeysSchema } from '#shared/sync/team-api.ts';
import type { LocalStore } from '../db/stores.ts';
import { enrolmentKey, keepCertificate, loadDeviceKeys } from './device-keys.ts';
import { readFileChunks } from './file-chunks.ts';
import type { Transport } from './http-transport.ts';
import { freshTeamKeys, keepTeamKeys } from './team-keys.ts';

/**
 * A starter: all that a laptop needs which no network has reached, in an age file that the person's code opens. Who made the code made the
 * file, so what is in it is believed like the server's answer to a sign-in.
 */
const starterSchema = z.strictObject({
  is: z.literal('bazarnegar starter'),
  version: z.literal(1),
  server: z.string().max(300).nullable(),
  project: projectIdSchema,
  person: personIdSchema,
  role: z.enum(roles),
  isSample: z.boolean(),
  serverKey: serverKeySchema.nullable(),
  team: teamKeysSchema,
  entries: z.array(sizedEntrySchema),
});

// The registers of a national survey are a few megabytes.
const MAX_STARTER_BYTES = 48 * 1024 * 1024;

/** For whom a starter is. */
export interface StarterFor {
  readonly code: string;
  readonly person: PersonId;
  readonly role: Role;
}

/** The bytes of a starter, made of what this laptop knows; fails where it never spoke with the server. */
export async function makeStarter(
  {
    desktop,
    store,
    transport,
  }: {
    readonly desktop: Desktop;
    readonly store: Pick<LocalStore, 'records' | 'settings' | 'identity'>;
    readonly transport: Pick<Transport, 'teamKeys'>;
  },
  { code, person, role }: StarterFor,
): Promise<Result<Uint8Array<ArrayBuffer>, Failure>> {
  const [identity, team, server] = await Promise.all([
    store.identity(),
    freshTeamKeys(store.settings, transport),
    desktop.host === 'desktop' ? desktop.call('server.get', null) : location.origin,
  ]);
  if (!identity) return err({ kind: 'account/signed-out' });
  if (!team) return err({ kind: 'bundle/nobody-to-open' });
  const { epoch, server: recipient, recipients } = team;
  const starter: z.infer<typeof starterSchema> = {
    is: 'bazarnegar starter',
    version: 1,
    server,
    project: identity.project,
    person,
    role,
    isSample: identity.isSample,
    serverKey: identity.serverKey ?? null,
    team: { epoch, server: recipient, recipients, devices: [] },
    entries: await registerEntries(store, role),
  };
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of encryptWithPassphrase(code, utf8(JSON.stringify(starter)))) {
    parts.push(new Uint8Array(part));
  }
  return ok(new Uint8Array(await new Blob(parts).arrayBuffer()));
}

async function registerEntries(
  { records }: Pick<LocalStore, 'records'>,
  role: Role,
): Promise<Entry[]> {
  const ids: RecordId[] = [];
  for (const kind of openRegisters(role)) ids.push(...(await records.ids(kind)));
  const entries: Entry[] = [];
  for (const id of ids) entries.push(...(await records.history(id)));
  return entries;
}

/**
 * Asks for a starter and sets this empty laptop up with it: its person, the registers, for whom its bundles are, and the certificate they
 * carry. The identity comes last: what breaks off before it is begun anew. Null where the person thought better of it.
 */
export async function takeStarter(
  {
    desktop,
    store,
    newFeed,
  }: {
    readonly desktop: Desktop;
    readonly store: Pick<LocalStore, 'sync' | 'settings' | 'setIdentity'>;
    readonly newFeed: () => FeedId;
  },
  code: string,
): Promise<Result<true | null, Failure>> {
  const file = await openWhole(desktop);
  if (!file.ok || file.value === null) return file.ok ? ok(null) : file;
  const plain = await decryptWithPassphrase(code, file.value);
  if (!plain) return err({ kind: 'enrolment/not-a-starter' });
  const starter = readStarter(plain);
  const [keys, vouching] = await Promise.all([loadDeviceKeys(store.settings), enrolmentKey(code)]);
  if (!starter) return err({ kind: 'enrolment/not-a-starter' });
  if (!keys || !vouching) return err({ kind: 'sync/cannot-verify' });
  const { project, person, role, isSample, serverKey, team, entries, server } = starter;
  if (server !== null && desktop.host === 'desktop') {
    const set = await desktop.call('server.set', { address: server });
    if (!set.ok || !set.value) return set.ok ? ok(null) : set;
  }
  const signature = await vouching.sign(certificateText(project, keys.device));
  const steps = [
    () => keepCertificate(store.settings, { enrolment: vouching.device, signature }),
    () => keepTeamKeys(store.settings, team),
    // A supervisor's laptop made it of what the server has judged.
    () => store.sync.takeInBundled(entries, () => undefined),
    () => {
      const pin = serverKey === null ? {} : { serverKey };
      return store.setIdentity({ project, person, role, isSample, feed: newFeed(), ...pin });
    },
  ];
  for (const step of steps) {
    const done = await step();
    if (!done.ok) return done;
  }
  return ok(true);
}

function readStarter(plain: Uint8Array): z.infer<typeof starterSchema> | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(plain);
    return isTooDeep(text) ? undefined : starterSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

async function openWhole(
  desktop: Desktop,
): Promise<Result<Uint8Array<ArrayBuffer> | null, Failure>> {
  const opened = await desktop.call('file.open', { saved: null });
  if (!opened.ok || opened.value === null) return opened.ok ? ok(null) : opened;
  const { handle, bytes } = opened.value;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  try {
    if (bytes > MAX_STARTER_BYTES) return err({ kind: 'enrolment/not-a-starter' });
    for await (const chunk of readFileChunks(desktop, opened.value)) {
      parts.push(new Uint8Array(chunk));
    }
  } catch (error) {
    if (error instanceof BundleRefusal) return err(error.failure);
    throw error;
  } finally {
    await desktop.call('file.close', { handle });
  }
  return ok(new Uint8Array(await new Blob(parts).arrayBuffer()));
}
