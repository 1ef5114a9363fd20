import { encryptFor } from '#shared/bundle/age.ts';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import { loadDeviceKeys } from '../../renderer/sync/device-keys.ts';
import { closeBundle, takeBundle } from '../../renderer/sync/take-bundle.ts';
import { bundleKeys } from '../../server/services/devices.ts';
import { importBundle } from '../../server/services/import-bundle.ts';
import type { TestServer } from './build-test-app.ts';
import { joinBytes } from './bytes.ts';
import type { BundleContents } from './make-bundle.ts';
import { inChunks, testPhoto } from './make-bundle.ts';
import { withBundles } from './signing-laptop.ts';
import { look, newStick, stickLaptop, takerOf } from './stick-laptops.ts';

/** A surveyor who is enrolled and hostile, and the two who take bundles in: the server and a supervisor's laptop. */
export async function importScene(server: TestServer) {
  const { laptopOf } = withBundles(() => server);
  const project = await server.newProject();
  const insider = await laptopOf(project, 's1');
  const colleague = await laptopOf(project, 's2');
  const supervisor = await stickLaptop(server, project, 'v1', 'supervisor');
  const auditor = await project.addPerson('v2', 'supervisor');
  const keys = await loadDeviceKeys(supervisor.store.settings);
  if (!keys) throw new Error('a laptop that synced has keys');
  const recipients = [(await bundleKeys(server.deps.db)).recipient, keys.recipient];
  const contents: BundleContents = {
    project: project.project,
    person: insider.owner.person,
    signer: insider.signer,
    recipients,
    entries: Array.from({ length: 5 }, () => insider.write()),
    photos: [testPhoto(700), testPhoto(1200)],
  };

  const stick = newStick();
  let bundles = 0;

  /** Takes a file in on the server; `second` is what its second reading gives. */
  function importOnServer(file: () => AsyncGenerator<Uint8Array>, second = file) {
    let readings = 0;
    function chunks(): AsyncGenerator<Uint8Array> {
      readings += 1;
      return readings === 1 ? file() : second();
    }
    return importBundle(server.deps, project.project, { chunks, close: async () => undefined });
  }

  /** Takes a file in on the supervisor's laptop; `second` is what lies there once it was looked at. */
  async function importOnLaptop(file: Uint8Array, second = file): Promise<Result<null, Failure>> {
    bundles += 1;
    const name = `${bundles}.bzb`;
    stick.files.set(name, file);
    const preview = await look(supervisor, stick, name);
    if (!preview.ok) return preview;
    if (!preview.value) return ok(null);
    stick.files.set(name, second);
    const taken = await takeBundle(takerOf(supervisor), preview.value, () => undefined);
    await closeBundle(takerOf(supervisor), preview.value.file);
    return taken.ok ? ok(null) : taken;
  }

  return {
    project,
    insider,
    colleague,
    supervisor,
    contents,
    importOnServer,
    importOnLaptop,
    seal: (tar: Uint8Array) => joinBytes(encryptFor(recipients, inChunks(tar))),
    onServer: async () => (await auditor.pull()).entries,
    onLaptop: async () => ({
      visits: await supervisor.store.records.list('visit'),
      photos: supervisor.device.photos.size,
    }),
  };
}
