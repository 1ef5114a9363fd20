import { textsOf } from './ledger.ts';
import type { World } from './play.ts';

/**
 * Puts a laptop back to its image. What it alone held since is gone with the disk, and nobody is promised it any more;
 * what had reached the server by then still is.
 */
export async function forfeit(world: World, at: number): Promise<void> {
  const { server, ledger, laptops, images, putBack } = world;
  const image = images.get(at);
  const laptop = laptops[at];
  if (!image || !laptop) return;
  const { log, refused } = await server.contents();
  const bodies = refused.map(({ body }) => JSON.parse(body) as Parameters<typeof textsOf>[0]);
  const reached = new Set([...log, ...bodies].flatMap(textsOf));
  for (const [text, promised] of ledger.saved) {
    if (promised.laptop !== at || image.saved.has(text)) continue;
    if (reached.has(text)) ledger.saved.set(text, { ...promised, laptop: undefined });
    else ledger.saved.delete(text);
  }
  for (const [key, draft] of ledger.drafts) if (draft.laptop === at) ledger.drafts.delete(key);
  putBack.add(at);
  void laptop.die();
  laptop.device.disk.bytes = image.bytes.slice();
}
