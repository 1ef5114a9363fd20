import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ok } from '#shared/core/result.ts';
import type { JournalRecord } from '#shared/journal/journal-record.ts';
import { encodeJournalAct } from '#shared/journal/journal-record.ts';
import { createJournal } from '#shared/journal/journal.ts';
import { openJournalFolder } from '../../../electron/main/journal-folder.ts';
import { goTo } from '../../demo/fill-records.ts';
import { beginVault, openVault } from '../../support/begin-vault.ts';
import { findMarkers } from '../../support/find-markers.ts';
import { startSampleServer } from '../../support/sample-server.ts';
import { expect, root, test } from './desktop-test.ts';

const outlet = 'zqkdokanmarkerxyz';
const record = '0190a6b0-7c3e-7a52-8f3e-2b1c5d6e7f84';

/** Work as a version without vaults left it: a journal in clear, with a person and half a visit in it. */
async function leaveInClear(work: string): Promise<void> {
  mkdirSync(work, { recursive: true });
  const journal = createJournal(async () => ok(await openJournalFolder(work)));
  await journal.open(null);
  const identity = {
    project: 'sample',
    person: 's1',
    role: 'surveyor',
    feed: '0190a6b0-7c3e-7a52-8f3e-2b1c5d6e7f85',
    isSample: true,
  };
  const draft = {
    record,
    kind: 'visit',
    form: 1,
    visit: null,
    set: { outlet_name: outlet },
    raw: {},
    isChange: false,
    carried: [],
    savedMs: 1_795_000_000_000,
  };
  const records = [
    { is: 'identity', identity },
    { is: 'draft', draft },
  ] as unknown as readonly JournalRecord[];
  await journal.append(records.map((one) => encodeJournalAct([one])));
  await journal.close();
}

test('work that lies in clear becomes the first vault’s, is gone from the disk, and an old copy in clear is told of', async ({
  open,
  userData,
}) => {
  test.setTimeout(180_000);
  const server = await startSampleServer(path.join(userData, 'server'));
  const laptop = path.join(userData, 'laptop');
  const work = path.join(laptop, 'work');
  try {
    await leaveInClear(work);
    expect(findMarkers(work, [outlet]).found).toHaveLength(1);
    const app = await open(root, { env: { BAZARNEGAR_SERVER: server.url }, userData: laptop });
    const page = await app.firstWindow();
    await beginVault(page, 'فارسی');
    await page.getByRole('navigation').first().waitFor();
    await goTo(page, `/visits/${record}`);
    await expect(page.locator('[data-field=outlet_name] input')).toHaveValue(outlet);
    expect(findMarkers(work, [outlet]).found).toEqual([]);
    expect(readdirSync(work).filter((name) => name.startsWith('journal'))).toEqual([]);

    await page.reload();
    await openVault(page);
    await page.getByRole('navigation').first().waitFor();
    await goTo(page, '/settings');
    await expect(page.getByText('بی‌قفل مانده است')).toBeVisible();
    await page.screenshot({ path: path.join(root, 'test-results/seal/old-copy.png') });
  } finally {
    await server.end('SIGKILL');
  }
});
