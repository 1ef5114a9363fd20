import { encryptFor } from '#shared/bundle/age.ts';
import type { Manifest } from '#shared/bundle/manifest.ts';
import type { Entry } from '#shared/records/entry.ts';
import { entryHash } from '#shared/records/entry.ts';
import { headText } from '#shared/records/signed-head.ts';
import type { TeamKeys } from '#shared/sync/team-api.ts';
import { HEAD_HEADER } from '#shared/sync/http-api.ts';
import { teamKeysSchema } from '#shared/sync/team-api.ts';
import { bundleKeys } from '../../server/services/devices.ts';
import { importBundle } from '../../server/services/import-bundle.ts';
import type { TestPerson, TestProject, TestServer } from './build-test-app.ts';
import { joinBytes } from './bytes.ts';
import type { BundleContents, Signer } from './make-bundle.ts';
import { inChunks, makeBundle, makeSigner } from './make-bundle.ts';
import type { TestDevice } from './make-entries.ts';
import { makeDevice } from './make-entries.ts';
import { registrationOf } from './registration.ts';
import { segmentOf } from './segments.ts';

/** A surveyor's laptop whose key the server knows. */
export interface SigningLaptop extends TestDevice {
  readonly owner: TestPerson;
  readonly project: TestProject;
  readonly signer: Signer;
}

/** What tests of bundles do with a server. */
export function withBundles(server: () => TestServer) {
  /** A laptop whose person is signed in once, so that its key is known. */
  async function laptopOf(project: TestProject, person: string): Promise<SigningLaptop> {
    const owner = await project.addPerson(person, 'surveyor');
    const signer = makeSigner();
    await register(project, owner, signer);
    return { ...makeDevice(person), owner, project, signer };
  }

  async function register(
    { project }: TestProject,
    owner: TestPerson,
    signer: Signer,
    recipient?: string,
  ): Promise<TeamKeys> {
    const { deps } = server();
    const { recipient: own } = await bundleKeys(deps.db);
    const { person } = owner;
    const payload = await registrationOf(deps, { project, person }, signer, recipient ?? own);
    const url = `/devices/${signer.device}`;
    const answer = await owner.inject({ method: 'PUT', url, payload });
    return teamKeysSchema.parse(answer.json());
  }

  async function bundleOf(
    { owner, project, signer }: SigningLaptop,
    entries: readonly Entry[],
    changes: Partial<BundleContents> & { readonly manifest?: Partial<Manifest> } = {},
  ): Promise<Uint8Array> {
    const { recipient } = await bundleKeys(server().deps.db);
    const { manifest, ...contents } = changes;
    const made = makeBundle(
      {
        project: project.project,
        person: owner.person,
        signer,
        recipients: [recipient],
        entries,
        photos: [],
        ...contents,
      },
      manifest,
    );
    return joinBytes(encryptFor([recipient], inChunks(made.tar)));
  }

  function take(project: TestProject, file: Uint8Array) {
    const bundle = { chunks: () => inChunks(file), close: async () => undefined };
    return importBundle(server().deps, project.project, bundle);
  }

  /** A push with the head that a device signs for its last entry. */
  async function pushSigned(
    carrier: TestPerson,
    { project, signer }: SigningLaptop,
    entries: readonly Entry[],
    sign = signer,
  ) {
    const { bytes, headers } = segmentOf(project.project, entries);
    const last = entries.at(-1);
    if (!last) throw new Error('a push has entries');
    const head = { feed: last.feed, seq: last.seq, hash: entryHash(last) };
    const signature = sign.sign(headText(project.project, head));
    const signed = JSON.stringify({ ...head, device: sign.device, signature });
    return carrier.inject({
      method: 'POST',
      url: '/sync/push',
      payload: bytes,
      headers: { ...headers, [HEAD_HEADER]: signed },
    });
  }

  return { laptopOf, register, bundleOf, take, pushSigned };
}
