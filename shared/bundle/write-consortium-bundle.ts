import type { DeviceKey } from '../core/device-key.ts';
import { utf8 } from '../core/hash.ts';
import type { Result } from '../core/result.ts';
import { err, ok } from '../core/result.ts';
import { surveyFormIds } from '../forms/definitions/catalogue.ts';
import type { ExportSource } from '../exports/export-source.ts';
import type { Manifest } from '../exports/manifest.ts';
import type { PackageOrder, RecordsChanged } from '../exports/package.ts';
import { openPackage, PACKAGE_READINGS } from '../exports/package.ts';
import { encryptFor } from './age.ts';
import { TAR_END, tarHeader, tarPadding } from './ustar.ts';
import { bundleNames } from './write-bundle.ts';

/** Whom a consortium bundle is for (age recipients), and the device that signs it. */
export interface ConsortiumSeal {
  readonly recipients: readonly string[];
  readonly device: DeviceKey;
  /** The signature over a text, in hex. */
  sign(text: string): Promise<string>;
}

/** How often the records are read for a consortium bundle: to know what goes in, and to write it. */
export const CONSORTIUM_READINGS = 2 * PACKAGE_READINGS;

/** What the sender's device signs: the text of `manifest.json` as it lies in the bundle, behind words that name what it is. */
export function signedConsortiumText(manifestText: string): string {
  return `bazarnegar consortium manifest 1\n${manifestText}`;
}

/**
 * An export package for people outside the team, in pieces: age around a plain ustar with `manifest.json`, the device's signature over it
 * (`manifest.sig`), and the files it names. It is the export's own manifest, with whom it was sealed for and by which device. The
 * records are read twice, for a tar says the size of a file before it; where they were others the second time, or a sync changed
 * them meanwhile, the return value says so and the pieces must be thrown away.
 */
export async function* writeConsortiumBundle(
  source: ExportSource,
  order: PackageOrder,
  seal: ConsortiumSeal,
): AsyncGenerator<Uint8Array, Result<Manifest, RecordsChanged>> {
  const looked = openPackage(source, order);
  for (const { content } of looked.files()) for await (const _ of content);
  const manifest = looked.manifest();
  let form = looked.changed();
  if (form !== undefined) return err({ kind: 'export/records-changed', form });

  const { recipients, device } = seal;
  const text = `${JSON.stringify({ ...manifest, sealed: { for: recipients, by: device } }, null, 2)}\n`;
  const signature = await seal.sign(signedConsortiumText(text));
  const packing = openPackage(source, order);
  async function* tar(): AsyncGenerator<Uint8Array> {
    yield* whole(bundleNames.manifest, utf8(text));
    yield* whole(bundleNames.signature, utf8(signature));
    const sizes = new Map(manifest.files.map(({ name, bytes }) => [name, bytes]));
    for (const { name, content } of packing.files()) {
      const size = sizes.get(name) ?? 0;
      yield tarHeader(name, size);
      yield* content;
      yield new Uint8Array(tarPadding(size));
    }
    yield TAR_END;
  }
  yield* encryptFor(recipients, tar());
  form = packing.changed() ?? differing(manifest, packing.manifest());
  return form === undefined ? ok(manifest) : err({ kind: 'export/records-changed', form });
}

function* whole(name: string, bytes: Uint8Array): Generator<Uint8Array> {
  yield tarHeader(name, bytes.length);
  yield bytes;
  yield new Uint8Array(tarPadding(bytes.length));
}

/** The form whose file is not what was signed for; the workbook counts for its first form. */
function differing(signed: Manifest, written: Manifest): RecordsChanged['form'] | undefined {
  const hashes = new Map(written.files.map(({ name, sha256 }) => [name, sha256]));
  const other = signed.files.find(({ name, sha256 }) => hashes.get(name) !== sha256);
  if (other === undefined) return undefined;
  return surveyFormIds.find((id) => other.name === `${id}.csv`) ?? surveyFormIds[0];
}
