import { readdirSync } from 'node:fs';
import type { Failure } from '#shared/core/failure.ts';
import { sha256Hex } from '#shared/core/hash.ts';
import { canonicalJson } from '#shared/core/json.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import type { TestServer } from './build-test-app.ts';
import { importScene } from './hostile-import.ts';
import { inChunks, makeSigner } from './make-bundle.ts';
import type { BundleTarget } from './mutate-bundles.ts';

/**
 * The product's two ways in, in a project of its own that is empty: the server's import, and a supervisor's laptop that looks at a
 * bundle and takes it in. Whoever refuses must be as before, to the last file; and both must say the same.
 */
export async function ingestTarget(server: TestServer): Promise<BundleTarget> {
  const scene = await importScene(server);
  const { contents, colleague, seal, supervisor } = scene;
  const { entries, photos } = contents;
  const hashes = photos.map((bytes) => sha256Hex(bytes)).toSorted();

  function filesOnServer(): readonly string[] {
    const files = readdirSync(server.folder, { recursive: true, withFileTypes: true });
    return files.filter((one) => one.isFile()).map(({ name }) => name);
  }
  const before = new Set(filesOnServer());

  async function held(): Promise<string> {
    const feed = entries[0]?.feed;
    if (!feed) throw new Error('the good bundle has entries');
    return canonicalJson([
      await scene.onServer(),
      filesOnServer().filter((name) => !before.has(name)).length,
      await supervisor.store.sync.entriesFrom(feed, 1, 100),
      [...supervisor.device.photos.keys()].toSorted(),
    ]);
  }

  return {
    contents,
    other: colleague.signer,
    // One that nobody knows: of one that was revoked the server keeps what it wrote, apart from all else.
    revoked: makeSigner(),
    seal,
    expected: canonicalJson([entries, photos.length, entries, hashes]),
    async take(file): Promise<Result<string, Failure>> {
      const empty = await held();
      const onServer = await scene.importOnServer(() => inChunks(file));
      const onLaptop = await scene.importOnLaptop(file);
      if (onServer.ok !== onLaptop.ok)
        throw new Error(
          `the server: ${onServer.ok ? 'taken' : JSON.stringify(onServer.error)}, the laptop: ${onLaptop.ok ? 'taken' : JSON.stringify(onLaptop.error)}`,
        );
      const after = await held();
      if (onServer.ok) return ok(after);
      if (after !== empty) throw new Error(`refused as ${onServer.error.kind} and kept in part`);
      return onServer;
    },
  };
}
