import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { SyncContext, SyncStop } from './sync-context.ts';
import { unlessStopped } from './sync-context.ts';

/** Takes the server's key into an identity of before receipts, at its first contact since; the context with what is known then. */
export async function pinServer(context: SyncContext): Promise<Result<SyncContext, SyncStop>> {
  const { store, transport } = context;
  if (context.identity.serverKey !== undefined) return ok(context);
  const session = await unlessStopped(context, transport.session());
  if (!session.ok) return session;
  const { serverKey } = session.value;
  if (serverKey === undefined) return err({ kind: 'sync/server-outdated' });
  const identity = { ...context.identity, serverKey };
  const pinned = await store.setIdentity(identity);
  return pinned.ok ? ok({ ...context, identity }) : pinned;
}
