import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { FeedId, PersonId, ProjectId, RecordId } from '#shared/core/ids.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { Identity } from '#shared/journal/journal-record.ts';
import type { RebuildProgress } from '../../renderer/db/open-index.ts';
import { openLocalStore } from '../../renderer/db/open-local-store.ts';
import type { LocalStore } from '../../renderer/db/stores.ts';
import { expectOk } from './expect-ok.ts';
import type { DesktopCopy, Link, MemoryStick } from './memory-desktop.ts';
import { createMemoryDesktop } from './memory-desktop.ts';
import type { MemoryDisk } from './memory-journal-folder.ts';
import { createMemoryDisk } from './memory-journal-folder.ts';
import type { MemoryIndex } from './memory-index.ts';

/** A laptop in memory: its disk, its IndexedDB and its clock outlive the app that is opened on it. */
export interface Device {
  readonly disk: MemoryDisk;
  readonly photos: Map<string, Uint8Array>;
  readonly clock: { nowMs: number };
  /** Its IndexedDB: give it a new one to lose everything in it, or another laptop's. */
  indexedDB: IDBFactory;
  /** The index in place of the one in `indexedDB`; undefined to use that. */
  memoryIndex: MemoryIndex | undefined;
  /** How long its IndexedDB may be silent. */
  silenceMs: number;
  /** How long after a look at what names photos the next one follows. */
  dropAfterMs: number;
  /** A copy that its person has on a stick. */
  copy: DesktopCopy | undefined;
  /** The stick that is plugged in. */
  stick: MemoryStick | undefined;
  /** What the last `open` told of a rebuild. */
  readonly progress: RebuildProgress[];
  /** The desktop of the app that was opened last. */
  desktop(): Desktop;
  newId(): RecordId;
  /** Starts the app's store anew, as after a crash: an earlier one is not closed, it only gets no answer any more. */
  open(wrap?: DesktopWrap): Promise<LocalStore>;
  /** The same, with a person signed in. */
  openSignedIn(identity?: Identity): Promise<LocalStore>;
}

/** The name of the index's database in tests. */
export const INDEX_NAME = 'bazarnegar-index';

let devices = 0;

/** A desktop put in place of another. */
export type DesktopWrap = (desktop: Desktop) => Desktop;

/** What may be chosen of a laptop in memory. */
export interface DeviceChoices {
  readonly link?: Link;
  readonly nowMs?: number;
  /** Marks the ids it makes; by default each laptop has marks of its own. */
  readonly mark?: number;
  readonly memoryIndex?: MemoryIndex;
  /** How long a volume of its journal gets. */
  readonly volumeBytes?: number | undefined;
}

/** A laptop in memory. */
export function createDevice({
  link,
  nowMs = 1_780_000_000_000,
  mark,
  memoryIndex,
  volumeBytes,
}: DeviceChoices = {}): Device {
  devices += 1;
  const group = 0xd0000 + (mark ?? devices);
  const disk = createMemoryDisk();
  const photos = new Map<string, Uint8Array>();
  const clock = { nowMs };
  const progress: RebuildProgress[] = [];
  let ids = 0;
  let earlier: MortalDesktop | undefined;
  const parts = { link, photos, volumeBytes, copy: () => device.copy, stick: () => device.stick };
  let desktop = createMemoryDesktop(disk, parts);

  function newId(): RecordId {
    ids += 1;
    return testId(group, ids);
  }

  const device: Device = {
    disk,
    photos,
    clock,
    indexedDB: new IDBFactory(),
    memoryIndex,
    silenceMs: 2000,
    dropAfterMs: 60_000,
    copy: undefined,
    stick: undefined,
    progress,
    desktop: () => desktop,
    newId,
    async open(wrap = (plain) => plain) {
      earlier?.kill();
      earlier = mortalDesktop(wrap(createMemoryDesktop(disk, parts)));
      ({ desktop } = earlier);
      progress.length = 0;
      const opened = await openLocalStore(
        desktop,
        { nowMs: () => clock.nowMs, newRecordId: newId },
        (step) => progress.push(step),
        {
          name: INDEX_NAME,
          index: { indexedDB: device.indexedDB, IDBKeyRange },
          ...(device.memoryIndex && { database: device.memoryIndex.database }),
          silenceMs: device.silenceMs,
          retryMs: 5,
          dropAfterMs: device.dropAfterMs,
        },
      );
      return expectOk(opened);
    },
    async openSignedIn(identity = makeIdentity()) {
      const store = await device.open();
      if (!(await store.identity())) expectOk(await store.setIdentity(identity));
      return store;
    },
  };
  return device;
}

/** A desktop that can die: its calls are never answered from then on. */
interface MortalDesktop {
  readonly desktop: Desktop;
  readonly kill: () => void;
}

function mortalDesktop(living: Desktop): MortalDesktop {
  let isDead = false;
  const desktop: Desktop = {
    ...living,
    call: (channel, input) => (isDead ? new Promise(() => {}) : living.call(channel, input)),
  };
  return { desktop, kill: () => void (isDead = true) };
}

/** An id that can be told from others at sight: `group` in its first digits, `count` in its last. */
function testId(group: number, count: number): RecordId {
  return `${hex(group, 8)}-0000-7000-8000-${hex(count, 12)}` as RecordId;
}

/** A feed id, by number. */
export function testFeed(count: number): FeedId {
  return testId(0xfeed, count) as string as FeedId;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/** The identity of a sample surveyor on a feed of their own; give what matters. */
export function makeIdentity(part: Partial<Identity> = {}): Identity {
  return {
    project: 'sample' as ProjectId,
    person: 'surveyor1' as PersonId,
    role: 'surveyor',
    feed: testFeed(1),
    isSample: true,
    ...part,
  };
}
