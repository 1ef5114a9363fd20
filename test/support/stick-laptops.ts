import { expect } from 'vitest';
import type { PersonId } from '#shared/core/ids.ts';
import type { Role } from '#shared/records/role.ts';
import { createHttpTransport } from '../../renderer/sync/http-transport.ts';
import { loadReceipts } from '../../renderer/sync/load-receipts.ts';
import { planBundle } from '../../renderer/sync/plan-bundle.ts';
import { closeBundle, openBundle, takeBundle } from '../../renderer/sync/take-bundle.ts';
import { writePart } from '../../renderer/sync/write-part.ts';
import { addAccountTo } from '../../server/services/create-account.ts';
import { moveToTeam } from '../../server/services/teams.ts';
import type { TestProject, TestServer } from './build-test-app.ts';
import { testPassword } from './build-test-app.ts';
import { createDevice } from './device.ts';
import { expectOk } from './expect-ok.ts';
import { injectLink } from './inject-link.ts';
import { testPhoto } from './make-bundle.ts';
import { visitAnswers } from './make-entries.ts';
import type { Link, MemoryStick } from './memory-desktop.ts';
import type { SyncedApp } from './sync-device.ts';
import { startApp, syncWell } from './sync-device.ts';

/** A laptop of a person of the project, and whether it has a network. */
export interface Laptop extends SyncedApp {
  isOnline: boolean;
}

/** What may be chosen of a laptop: the team of its person, what becomes of its requests on their way, and more. */
interface LaptopChoices {
  /** The person has an account already. */
  readonly isKnown?: boolean;
  readonly team?: string;
  readonly onWay?: (link: Link) => Link;
}

/** A laptop on which a person of a project has signed in and synced. */
export async function stickLaptop(
  server: TestServer,
  { project }: TestProject,
  person: string,
  role: Role,
  { team, onWay = (plain) => plain, isKnown = false }: LaptopChoices = {},
): Promise<Laptop> {
  const name = `${person} ${project}`.slice(0, 60);
  const account = { project, name, person: person as PersonId, role, password: testPassword };
  if (!isKnown) {
    expectOk(toKind(await addAccountTo(server.deps.db, server.deps.passwords, account)));
  }
  if (team !== undefined) {
    await moveToTeam(server.deps, { project }, { person: account.person, team, by: null });
  }
  const link = onWay(injectLink(server.app));
  const state = { isOnline: true };
  const device = createDevice({
    nowMs: server.clock.ms,
    link: async (request) =>
      state.isOnline ? link(request) : { ok: false, error: { kind: 'network/unreachable' } },
  });
  const app = await startApp(device);
  expectOk(await app.sessions.signIn({ name, password: testPassword }));
  await syncWell(app);
  return Object.defineProperty({ ...app } as Laptop, 'isOnline', {
    get: () => state.isOnline,
    set(isOnline: boolean) {
      state.isOnline = isOnline;
    },
  });
}

function toKind(
  made:
    { readonly ok: true; readonly value: null } | { readonly ok: false; readonly error: string },
) {
  return made.ok ? made : { ok: false as const, error: { kind: made.error } };
}

/** Three visits and a photo. */
export async function work({ store, device }: Laptop, name: string): Promise<void> {
  for (const at of [1, 2, 3]) {
    const set = visitAnswers({ outlet_name: `${name} ${at}` });
    const record = device.newId();
    expectOk(await store.records.write([{ record, kind: 'visit', form: 1, set }]));
    if (at === 1) {
      expectOk(await store.photos.put({ record, mediaType: 'image/png', bytes: testPhoto(5000) }));
    }
  }
}

/** An empty stick. */
export function newStick(): MemoryStick {
  return { files: new Map(), chosen: '' };
}

/** Writes what is unsent on a stick; the name of the file. */
export async function putOnStick({ device, store }: Laptop, stick: MemoryStick): Promise<string> {
  device.stick = stick;
  const desktop = device.desktop();
  const transport = createHttpTransport(desktop);
  const deps = { desktop, store, transport, nowMs: () => device.clock.nowMs };
  const plan = expectOk(await planBundle(deps));
  const [manifest] = plan.parts;
  if (!manifest) throw new Error('a plan has a part');
  const steps = new Set<string>();
  const written = expectOk(await writePart(deps, plan, manifest, ({ step }) => steps.add(step)));
  expect(written?.isVerified).toBe(true);
  expect([...steps]).toEqual(['writing', 'checking']);
  device.stick = undefined;
  return written?.name ?? '';
}

/** What a laptop takes a bundle in with. */
export function takerOf({ device, store }: Laptop) {
  const desktop = device.desktop();
  return { desktop, store, transport: createHttpTransport(desktop) };
}

/** Looks at a bundle of a stick. */
export async function look(laptop: Laptop, stick: MemoryStick, name: string) {
  laptop.device.stick = stick;
  stick.chosen = name;
  return openBundle(takerOf(laptop), () => undefined);
}

/** Takes a bundle of a stick in. */
export async function takeFrom(laptop: Laptop, stick: MemoryStick, name: string): Promise<void> {
  const preview = expectOk(await look(laptop, stick, name));
  if (!preview) throw new Error('a file was chosen');
  expectOk(await takeBundle(takerOf(laptop), preview, () => undefined));
  await closeBundle(takerOf(laptop), preview.file);
}

/** Loads receipts of a stick. */
export async function load({ device, store }: Laptop, stick: MemoryStick, name: string) {
  device.stick = stick;
  stick.chosen = name;
  return loadReceipts({ desktop: device.desktop(), store, nowMs: () => device.clock.nowMs });
}
