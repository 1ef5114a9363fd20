import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonId } from '#shared/core/ids.ts';
import { registerDevice } from '../../server/services/devices.ts';
import type { Account } from '../../server/store/account-store.ts';
import { findAccountByPerson } from '../../server/store/account-store.ts';
import type { TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { makeSigner } from '../support/make-bundle.ts';
import { onEachDatabase } from '../support/open-test-database.ts';
import { registrationOf } from '../support/registration.ts';

onEachDatabase('laptops of one account', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await buildTestServer(kind);
  });
  afterAll(async () => server.close());

  test('are twenty at most; an account of the sample project is for a whole course', async () => {
    const project = await server.newProject();
    await project.addPerson('s1', 'surveyor');
    const found = await findAccountByPerson(server.deps.db, project.project, 's1' as PersonId);
    if (!found) throw new Error('no account');
    async function add(account: Account) {
      const signer = makeSigner();
      const session = { account, signedInAt: new Date(server.clock.ms) };
      const registration = await registrationOf(server.deps, account, signer, 'age1none');
      return registerDevice(server.deps, session, signer.device, registration);
    }
    for (let count = 0; count < 20; count += 1) expect((await add(found)).ok).toBe(true);
    expect(await add(found)).toEqual({ ok: false, error: { kind: 'account/not-allowed' } });
    expect((await add({ ...found, isSample: true })).ok).toBe(true);
  });
});
