import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { sha256Hex, utf8 } from '#shared/core/hash.ts';
import type { UpdateManifest } from '#shared/desktop/update-manifest.ts';
import { signedUpdateText, updateText } from '#shared/desktop/update-manifest.ts';
import type { Signer } from './make-bundle.ts';

/** An installer and the manifest of it, signed, as they lie in a folder. Answers the manifest's place. */
export function writeUpdate(
  folder: string,
  signer: Signer,
  { release, platform }: { readonly release: number; readonly platform: string },
): string {
  const installer = utf8(`the installer of release ${release}`);
  const name = 'Bazarnegar-0.9.0.AppImage';
  const file = { platform, name, bytes: installer.length, sha256: sha256Hex(installer) };
  const manifest: UpdateManifest = {
    is: 'bazarnegar update',
    version: '0.9.0',
    release,
    files: [file],
  };
  const text = updateText(manifest);
  const signature = signer.sign(signedUpdateText(text));
  const place = path.join(folder, 'latest.json');
  writeFileSync(path.join(folder, name), installer);
  writeFileSync(place, `${JSON.stringify({ manifest: text, key: signer.device, signature })}\n`);
  return place;
}
