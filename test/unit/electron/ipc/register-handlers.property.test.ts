import path from 'node:path';
import fc from 'fast-check';
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { expect, onTestFinished, test } from 'vitest';
import { sha256Hex, utf8 } from '#shared/core/hash.ts';
import { ok } from '#shared/core/result.ts';
import { desktopChannels, ipcName, ipcRefusals } from '#shared/desktop/channels.ts';
import type { DesktopChannel, DesktopInput } from '#shared/desktop/contract.ts';
import { failureSchema } from '#shared/core/failure.ts';
import { createHandlers } from '../../../../electron/ipc/handlers.ts';
import { registerHandlers } from '../../../../electron/ipc/register-handlers.ts';
import { createReadFiles } from '../../../../electron/main/read-file.ts';
import { createSaveFiles } from '../../../../electron/main/save-file.ts';
import { createVaultShelf } from '../../../../electron/main/vault-shelf.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { hostileRuns, promptly } from '../../../support/hostile-runs.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const RUNS = hostileRuns(1000, 10_000);
const OWN = 7;
const VAULT = '0190a6b0-7c3e-7a52-8f3e-2b1c5d6e7f80';
type Handler = Parameters<IpcMain['handle']>[1];
type Call = (channel: DesktopChannel, event: object, input: unknown) => Promise<unknown>;

/** The shell as main puts it together, in a folder of its own, and a way to call it as IPC does. */
async function startShell(): Promise<Call> {
  const folder = temporaryFolder();
  const vaults = createVaultShelf({
    work: folder,
    server: undefined,
    nowMs: () => 0,
    askFolder: async () => null,
    askServer: async () => false,
  });
  expectOk(await vaults.open(VAULT, new Uint8Array(32)));
  const files = createSaveFiles(async (name) => path.join(folder, name));
  const readFiles = createReadFiles(async () => path.join(folder, 'x'));
  onTestFinished(async () => {
    await files.abandonAll();
    await readFiles.closeAll();
    await vaults.close();
  });
  const handlers = createHandlers({
    vaults,
    lock: async () => undefined,
    takeForced: () => false,
    files,
    readFiles,
    checkUpdate: async () => ok(null),
    freeBytes: async () => null,
    languages: () => ['fa'],
  });
  const registered = new Map<string, Handler>();
  const ipc = { handle: (name: string, handler: Handler) => void registered.set(name, handler) };
  registerHandlers(
    ipc,
    handlers,
    () => OWN,
    () => undefined,
  );
  return async (channel, event, input) => {
    const handler = registered.get(ipcName(channel));
    if (!handler) throw new Error(`${channel} is not registered`);
    const reply: unknown = await handler(event as IpcMainInvokeEvent, input);
    return reply;
  };
}

const ownPage = {
  sender: { id: OWN },
  senderFrame: { url: 'app://bazarnegar/index.html#/visits', parent: null },
};

const goodInputs: { readonly [C in DesktopChannel]: DesktopInput<C> } = {
  'journal.open': { known: null },
  'journal.read': { from: 0 },
  'journal.accept': null,
  'journal.append': { payloads: [utf8('x')] },
  'photo.put': { sha256: sha256Hex('x'), bytes: utf8('x') },
  'photo.get': { sha256: sha256Hex('x') },
  'photo.remove': { sha256: sha256Hex('x') },
  'copy.state': null,
  'copy.choose': null,
  'copy.stop': null,
  'copy.run': null,
  'copy.open': { from: 'own' },
  'vault.list': null,
  'vault.open': { id: VAULT, hostKey: new Uint8Array(32) },
  'vault.write': { id: VAULT, keyFile: utf8('{}') },
  'vault.seal': { id: VAULT, keyFile: utf8('{}') },
  'vault.discard-unsealed': null,
  'vault.lock': null,
  'copy.read': { from: 0 },
  'copy.photo': { sha256: sha256Hex('x') },
  'server.get': null,
  'server.set': { address: '' },
  'http.request': { method: 'GET', path: '/', headers: {}, body: null },
  'file.begin': { suggestedName: 'x' },
  'file.write': { handle: 'x', bytes: utf8('x') },
  'file.end': { handle: 'x', keep: true },
  'file.open': { saved: null },
  'file.read': { handle: 'x', at: 0, length: 1 },
  'file.close': { handle: 'x' },
  'update.check': null,
  'storage.state': null,
  'system.languages': null,
};

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withNullPrototype: true,
  withSparseArray: true,
});

/** Inputs that are almost right get further than chance ones: one part is exchanged or added. */
function nearInput(channel: DesktopChannel): fc.Arbitrary<unknown> {
  const good = goodInputs[channel];
  if (good === null) return anything;
  const keys = [...Object.keys(good), '__proto__', 'extra'];
  return fc
    .tuple(fc.constantFrom(...keys), anything)
    .map(([key, value]) => ({ ...good, [key]: value }));
}

/** A refusal by name, or what the call's own contract answers. */
function isTyped(reply: unknown): boolean {
  const { ok: isOk, value, error } = reply as { ok: boolean; value: unknown; error: unknown };
  if (!isOk) return ipcRefusals.some((refusal) => refusal === error);
  const failed = value as { readonly ok?: boolean; readonly error?: unknown } | null;
  return failed?.ok !== false || failureSchema.safeParse(failed.error).success;
}

test.each(desktopChannels)('%s answers any input with a named outcome', async (channel) => {
  const call = await startShell();
  await fc.assert(
    fc.asyncProperty(fc.oneof(anything, nearInput(channel)), async (input) => {
      expect(await promptly(async () => call(channel, ownPage, input))).toSatisfy(isTyped);
    }),
    { numRuns: RUNS },
  );
});

test.each(desktopChannels)('%s is refused to every sender but the own page', async (channel) => {
  const call = await startShell();
  const url = fc.oneof(
    fc.webUrl(),
    fc.constantFrom('', 'about:blank', 'app://elsewhere/', 'app:bazarnegar', 'file:///x', 'data:,'),
    fc.string(),
  );
  const foreignUrl = url.filter((text) => !text.startsWith('app://bazarnegar'));
  const foreign = fc.oneof(
    fc.record({ sender: fc.constant({ id: OWN }), senderFrame: fc.constant(null) }),
    fc.record({
      sender: fc.constant({ id: OWN }),
      senderFrame: fc.record({ url: foreignUrl, parent: fc.constant(null) }),
    }),
    fc.record({
      sender: fc.constant({ id: OWN }),
      senderFrame: fc.constant({ ...ownPage.senderFrame, parent: {} }),
    }),
    fc.record({
      sender: fc.record({ id: fc.integer().filter((id) => id !== OWN) }),
      senderFrame: fc.constant(ownPage.senderFrame),
    }),
  );
  await fc.assert(
    fc.asyncProperty(foreign, async (event) => {
      const reply = await promptly(async () => call(channel, event, goodInputs[channel]));
      expect(reply).toEqual({ ok: false, error: 'wrong-sender' });
    }),
    { numRuns: RUNS },
  );
});

test('a right call of the own page is answered', async () => {
  const call = await startShell();
  for (const channel of desktopChannels) {
    expect(await call(channel, ownPage, goodInputs[channel])).toMatchObject({ ok: true });
  }
});

test('a call over the size limit is refused before anything is done', async () => {
  const call = await startShell();
  const large = new Uint8Array(17 * 1024 * 1024);
  const refused = { ok: false, error: 'bad-input' };
  expect(await call('journal.append', ownPage, { payloads: [large] })).toEqual(refused);
  const five = Array.from({ length: 5 }, () => large.subarray(0, 15 * 1024 * 1024));
  expect(await call('journal.append', ownPage, { payloads: five })).toEqual(refused);
  const photo = { sha256: sha256Hex('x'), bytes: large };
  expect(await call('photo.put', ownPage, photo)).toEqual(refused);
});
