import { afterAll, beforeAll, expect, test } from 'vitest';
import { err } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import { readCarriedFeeds } from '../../renderer/sync/carried-feeds.ts';
import { takeBundle } from '../../renderer/sync/take-bundle.ts';
import type { TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { killAtAppend, settle, withCall } from '../support/desktop-faults.ts';
import type { DesktopWrap } from '../support/device.ts';
import { expectOk } from '../support/expect-ok.ts';
import { memoryDatabase } from '../support/open-test-database.ts';
import {
  look,
  newStick,
  putOnStick,
  stickLaptop,
  takeFrom,
  takerOf,
  work,
} from '../support/stick-laptops.ts';
import { startApp, syncWell } from '../support/sync-device.ts';

let server: TestServer;
beforeAll(async () => {
  server = await buildTestServer(memoryDatabase);
});
afterAll(async () => server.close());

const killed = [1, 2, 3].flatMap((at) =>
  (['before-append', 'after-append'] as const).map((point) => ({
    name: `killed ${point} ${at}`,
    wrap: killAtAppend(at, point),
    said: undefined,
  })),
);
const full = [1, 2, 3].map((at) => ({
  name: `with a disk that is full from the save ${at} on`,
  wrap: fullFromAppend(at),
  said: 'journal/disk-full',
}));
const noPhotos = {
  name: 'with a disk that has no room for the photo',
  wrap: withCall('photo.put', async () => err({ kind: 'journal/disk-full' })),
  said: 'journal/disk-full',
};
test.each([...killed, ...full, noPhotos])(
  'a laptop that takes it in, $name, has all of it after the next try',
  async ({ wrap, said }) => {
    const project = await server.newProject();
    const anar = await stickLaptop(server, project, 's1', 'surveyor');
    const supervisor = await stickLaptop(server, project, 'v1', 'supervisor');
    await work(anar, 'x');
    const stick = newStick();
    const name = await putOnStick(anar, stick);

    const faults = onceTold(wrap);
    const app = await startApp(supervisor.device, { wrap: faults.wrap });
    const broken = { ...app, isOnline: false };
    const preview = expectOk(await look(broken, stick, name));
    if (!preview) throw new Error('a file was chosen');
    faults.begin();
    const taking = takeBundle(takerOf(broken), preview, () => undefined);
    // A process that was killed never answers.
    const outcome = said === undefined ? await settle(400) : await taking;
    expect(outcome && !outcome.ok ? outcome.error.kind : undefined).toBe(said);

    const again = { ...(await startApp(supervisor.device)), isOnline: true };
    await takeFrom(again, stick, name);
    expect(await again.store.records.list('visit')).toHaveLength(3);
    expect(await readCarriedFeeds(again.store.settings)).toHaveLength(1);
    await syncWell(again);
    const other = await stickLaptop(server, project, 'v2', 'supervisor');
    const visits = await other.store.records.list('visit');
    expect(new Set(visits.map(({ answers }) => answers['outlet_name']))).toEqual(
      new Set(['x 1', 'x 2', 'x 3']),
    );
    expect((await again.store.sync.coverage()).photoReceipts).toHaveLength(1);
  },
);

/** Faults that begin when it is said. */
function onceTold(wrap: DesktopWrap): { readonly wrap: DesktopWrap; readonly begin: () => void } {
  let isFaulty = false;
  return {
    wrap(desktop) {
      const faulty = wrap(desktop);
      return {
        ...desktop,
        call: (channel, input) => (isFaulty ? faulty : desktop).call(channel, input),
      };
    },
    begin() {
      isFaulty = true;
    },
  };
}

/** A desktop whose disk takes no more from its `at`-th append on. */
function fullFromAppend(at: number): (desktop: Desktop) => Desktop {
  let appends = 0;
  return withCall('journal.append', async (call) => {
    appends += 1;
    return appends < at ? call() : err({ kind: 'journal/disk-full' });
  });
}
