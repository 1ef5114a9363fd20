import type { Manifest } from '#shared/bundle/manifest.ts';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { CopyState } from '#shared/desktop/contract.ts';
import type { Draft } from '#shared/records/draft.ts';
import { readCarriedFeeds } from '../sync/carried-feeds.ts';
import { createHttpTransport } from '../sync/http-transport.ts';
import type { BundlePlan } from '../sync/plan-bundle.ts';
import { planBundle } from '../sync/plan-bundle.ts';
import type { PartProgress, WrittenPart } from '../sync/write-part.ts';
import { writePart } from '../sync/write-part.ts';
import type { AppServices } from './services.ts';

type Services = Pick<AppServices, 'desktop' | 'vault' | 'ambient' | 'store' | 'sessions'>;

/** What is to be carried before the vault is sealed, and what stays behind in it. */
export interface TravelPlan {
  /** Null where the server has signed for everything. */
  readonly bundle: BundlePlan | null;
  /** What no bundle carries: it stays in the sealed vault, for whoever has a recovery key. */
  readonly drafts: readonly Draft[];
  readonly carried: number;
  /** People whose recovery key opens what stays behind; 0: the vault is taken away. */
  readonly recoverers: number;
  readonly copy: CopyState;
}

/**
 * Gathers what the vault has and the server has not. Fails where the vault may not be sealed: nobody is known who could open a bundle, a
 * photo is not whole, or there is what no bundle carries and no recovery key would open.
 */
export async function planTravel(services: Services): Promise<Result<TravelPlan, Failure>> {
  const { desktop, store, ambient, vault } = services;
  if (!(await vault.flush())) return err({ kind: 'vault/new-work' });
  const recoverers = vault.current().recipients.length;
  const [drafts, carried, waits, held] = await Promise.all([
    store.drafts.list(),
    countCarried(services),
    hasUnsent(services),
    countHeld(services),
  ]);
  const unfinished = drafts.length + held;
  if (recoverers === 0 && unfinished + carried > 0) {
    return err({ kind: 'vault/unfinished-work', drafts: unfinished, carried });
  }
  const copy = await desktop.call('copy.state', null);
  if (!waits) return ok({ bundle: null, drafts, carried, recoverers, copy });
  const transport = createHttpTransport(desktop);
  const bundle = await planBundle({ store, transport, nowMs: () => ambient.nowMs() });
  if (!bundle.ok) return bundle;
  const { missingPhotos } = bundle.value;
  if (missingPhotos > 0) return err({ kind: 'vault/photos-missing', count: missingPhotos });
  return ok({ bundle: bundle.value, drafts, carried, recoverers, copy });
}

/** Writes the next part of the bundle and reads it back; null where the person chose no place. One that cannot be read back is a failure. */
export async function writeTravelPart(
  { desktop, store }: Pick<Services, 'desktop' | 'store'>,
  bundle: BundlePlan,
  manifest: Manifest,
  onProgress: (progress: PartProgress) => void,
): Promise<Result<WrittenPart | null, Failure>> {
  const written = await writePart({ desktop, store }, bundle, manifest, onProgress);
  if (!written.ok || written.value === null || written.value.isVerified) return written;
  return err({ kind: 'vault/not-read-back' });
}

/**
 * Seals the vault once every part of the plan is written and read back, and nothing was written since; the session at the server ends,
 * where there is a network. When it went well this page is gone.
 */
export async function sealForTravel(
  services: Services,
  plan: TravelPlan,
  written: readonly WrittenPart[],
): Promise<Result<null, Failure>> {
  const { vault, sessions, ambient } = services;
  const isCarried = await carriesEverything(services, plan, written);
  if (!isCarried.ok) return isCarried;
  await Promise.race([sessions.signOut(), patience()]);
  return vault.seal(ambient.nowMs());
}

async function carriesEverything(
  services: Services,
  plan: TravelPlan,
  written: readonly WrittenPart[],
): Promise<Result<null, Failure>> {
  const parts = plan.bundle?.parts ?? [];
  const isWritten = written.length === parts.length && written.every((part) => part.isVerified);
  if (!isWritten) return err({ kind: 'vault/not-read-back' });
  if (!(await services.vault.flush())) return err({ kind: 'vault/new-work' });
  const { store } = services;
  const [drafts, carried, held] = await Promise.all([
    store.drafts.list(),
    countCarried(services),
    countHeld(services),
  ]);
  const unfinished = drafts.length + held;
  if (plan.recoverers === 0 && unfinished + carried > 0) {
    return err({ kind: 'vault/unfinished-work', drafts: unfinished, carried });
  }
  const segments = parts.flatMap((part) => part.segments);
  const photos = new Set(parts.flatMap((part) => part.photos.map(({ sha256 }) => sha256)));
  const [feeds, unsent] = await Promise.all([store.sync.feeds(), store.photos.listUnsent()]);
  const hasEntries = feeds.every(({ feed, confirmed, last }) => {
    const ends = segments.filter((one) => one.feed === feed).map((one) => one.last);
    return Math.max(confirmed, ...ends) >= last;
  });
  const hasPhotos = unsent.every(({ sha256 }) => photos.has(sha256));
  return hasEntries && hasPhotos ? ok(null) : err({ kind: 'vault/new-work' });
}

async function hasUnsent({ store }: Services): Promise<boolean> {
  const [feeds, photos] = await Promise.all([store.sync.feeds(), store.photos.listUnsent()]);
  return photos.length > 0 || feeds.some(({ confirmed, last }) => last > confirmed);
}

/** Photos that wait for their record to be finished anew, since consent to the place in them is not given: no bundle takes them either. */
async function countHeld({ store }: Services): Promise<number> {
  const [{ unsentPhotos }, listed] = await Promise.all([store.counts(), store.photos.listUnsent()]);
  return unsentPhotos - listed.filter(({ previewOf }) => previewOf === undefined).length;
}

/** Entries of others that came here by stick and that the server has not signed for. */
async function countCarried({ store }: Services): Promise<number> {
  const feeds = await readCarriedFeeds(store.settings);
  return feeds.reduce((sum, { confirmed, stretches }) => {
    const last = Math.max(confirmed, ...stretches.map((stretch) => stretch.last));
    return sum + last - confirmed;
  }, 0);
}

// At a border there is no network, as a rule.
function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 4000));
}
