import type { Health } from '#shared/sync/http-api.ts';
import { PROTOCOL_VERSION } from '#shared/sync/protocol-version.ts';
import type { Database } from '../store/database.ts';
import { readIssuer } from '../store/issuer-store.ts';
import { listProjects } from '../store/project-store.ts';
import type { SampleAccount } from './seed-sample.ts';

/** What the server's account of itself is made from. */
export interface HealthDeps {
  readonly db: Database;
  /** The accounts anyone may try where the database holds the sample project. */
  readonly sampleAccounts: readonly SampleAccount[];
}

/** The server's account of itself. It asks the database, so that it is no answer when the server cannot work. */
export async function describeServer(deps: HealthDeps): Promise<Health> {
  const isSample = (await listProjects(deps.db)).some((project) => project.isSample);
  const { epoch, keys } = await readIssuer(deps.db);
  return {
    app: 'bazarnegar',
    protocol: PROTOCOL_VERSION,
    epoch,
    serverKey: keys.publicKey,
    isSample,
    sampleAccounts: isSample
      ? deps.sampleAccounts.map(({ name, password, role }) => ({ name, password, role }))
      : [],
  };
}
