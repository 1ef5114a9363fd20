import { createHash } from 'node:crypto';
import { createWriteStream, rmSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { encryptFor } from '#shared/bundle/age.ts';
import type { Manifest } from '#shared/bundle/manifest.ts';
import { countItems, manifestText, signedManifestText } from '#shared/bundle/manifest.ts';
import { writeBundle } from '#shared/bundle/write-bundle.ts';
import type { RecordId, Sha256 } from '#shared/core/ids.ts';
import { addDevice } from '../../server/store/device-store.ts';
import { findAccountByPerson } from '../../server/store/account-store.ts';
import { openBundleFile } from '../../server/services/bundle-file.ts';
import { bundleKeys } from '../../server/services/devices.ts';
import { importBundle } from '../../server/services/import-bundle.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { expectOk } from '../support/expect-ok.ts';
import { makeBundle, makeSigner } from '../support/make-bundle.ts';
import { memoryDatabase } from '../support/open-test-database.ts';

// npm run test:soak:large -- [megabytes]: one bundle of photos of 8 MB each, written and taken in; says the time and the most memory. The disk
// must have room for it twice over.

const MEGABYTE = 1024 * 1024;
const PHOTO_BYTES = 8 * MEGABYTE;
const [megabytes = '2048'] = process.argv.slice(2);
const count = Math.ceil((Number(megabytes) * MEGABYTE) / PHOTO_BYTES);

/** The photo of a number: no two are alike, and none is kept. */
function photoOf(at: number): Uint8Array {
  const bytes = Buffer.alloc(PHOTO_BYTES, at % 251);
  Buffer.from([0x89, 0x50, 0x4e, 0x47]).copy(bytes);
  bytes.writeUInt32BE(at, PHOTO_BYTES - 16);
  return bytes;
}

function hashOf(bytes: Uint8Array): Sha256 {
  return createHash('sha256').update(bytes).digest('hex') as Sha256;
}

const server = await buildTestServer(memoryDatabase);
const project = await server.newProject();
await project.addPerson('s1', 'surveyor');
const account = await findAccountByPerson(server.deps.db, project.project, 's1' as never);
if (!account) throw new Error('the account was just made');
const signer = makeSigner();
await addDevice(server.deps.db, {
  device: signer.device,
  account,
  recipient: null,
  enrolledBy: null,
});
const { recipient } = await bundleKeys(server.deps.db);
const hashes = new Map(
  Array.from({ length: count }, (_, at) => [hashOf(photoOf(at)), at] as const),
);
const photos = [...hashes.keys()].map((sha256, at) => {
  const record = `00000000-0000-4000-8000-${String(at).padStart(12, '0')}` as RecordId;
  return { sha256, size: PHOTO_BYTES, mediaType: 'image/png', record };
});
const items = { segments: [], photos };
const contents = {
  project: project.project,
  person: account.person,
  signer,
  recipients: [recipient],
};
const small = makeBundle({ ...contents, entries: [], photos: [] });
const manifest: Manifest = { ...small.manifest, ...items, counts: countItems(items) };
const tar = writeBundle(manifest, signer.sign(signedManifestText(manifestText(manifest))), {
  segment: async () => new Uint8Array(),
  photo: async (sha256) => photoOf(hashes.get(sha256) ?? 0),
});
const place = `${server.folder}/large.bzb`;
globalThis.gc?.();
const before = process.memoryUsage().rss;
let most = before;
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage().rss);
}, 50);
const began = performance.now();
await pipeline(Readable.from(encryptFor([recipient], tar)), createWriteStream(place));
const written = performance.now();
const file = await openBundleFile(place);
const taken = expectOk(await importBundle(server.deps, project.project, file));
await file.close();
const ended = performance.now();
clearInterval(watch);
console.log(
  JSON.stringify({
    megabytes: Math.round(statSync(place).size / MEGABYTE),
    photos: taken.receipts.photos.length,
    failures: taken.failures.length,
    writeSeconds: Math.round((written - began) / 1000),
    importSeconds: Math.round((ended - written) / 1000),
    memoryBeforeMb: Math.round(before / MEGABYTE),
    mostMemoryMb: Math.round(most / MEGABYTE),
  }),
);
rmSync(place);
await server.close();
