import type { PersonId, RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import type { Path } from '#shared/records/entry.ts';
import type { RecordView } from '#shared/records/record.ts';
import { specialPaths } from '#shared/records/record.ts';
import type { Writer } from '#shared/rules/check-write.ts';
import { checkWrite } from '#shared/rules/check-write.ts';
import { reviewSteps } from '#shared/rules/review.ts';
import type { LocalStore, RecordChange } from '../../renderer/db/stores.ts';
import { visitAnswers } from '../support/make-entries.ts';
import { makeDraft } from '../support/make-record.ts';
import type { Laptop } from './laptop.ts';
import type { Ledger } from './ledger.ts';
import type { Act } from './program.ts';
import { roleOf } from './server.ts';

// Two texts of each kind, so that edits of one record meet or miss each other.
const fields: Readonly<Record<string, readonly [Path, Path]>> = {
  visit: ['outlet_name', 'visit_note'],
  brand: ['name_local', 'manufacturer'],
  comment: ['text', 'on_field'],
};

/** Does what a person does on their laptop, where the screen would let them; notes what the app called saved. */
export async function perform(laptop: Laptop, at: number, act: Act, ledger: Ledger): Promise<void> {
  const { store } = laptop.app();
  const writer = { person: laptop.person as string as PersonId, role: roleOf(laptop.person) };
  if (act.do === 'withdraw') return withdraw(store);
  if (act.do === 'type') return typeOn(laptop, at, ledger);
  if (act.do === 'begin') return beginDraft(laptop, at, act, ledger);
  const wanted = await changeOf(laptop, act, writer, ledger);
  if (!wanted) return;
  const { change, finished } = wanted;
  const view = await store.records.find(change.record);
  const linked = await linkedRecords(store, ledger);
  if (checkWrite(writer, change, view, (id) => linked.get(id))) return;
  if (act.do === 'make') ledger.records.push(change.record);
  const texts = [...Object.values(change.set), change.why ?? null];
  for (const record of finished) ledger.drafts.delete(`${at} ${record}`);
  const written = await store.records.write([change], finished);
  if (!written.ok) return;
  for (const text of texts) {
    if (typeof text !== 'string' || !text.startsWith('text ')) continue;
    if (act.do === 'finish' && ledger.finished.has(text)) ledger.again.add(text);
    if (act.do === 'finish') ledger.finished.add(text);
    ledger.saved.set(text, { text, laptop: at, record: change.record });
  }
}

interface Wanted {
  readonly change: RecordChange;
  readonly finished: readonly RecordId[];
}

async function changeOf(
  laptop: Laptop,
  act: Act,
  writer: Writer,
  ledger: Ledger,
): Promise<Wanted | undefined> {
  const { store } = laptop.app();
  const text = ledger.nextText();
  if (act.do === 'make') return make(laptop, act, text, await choose(store, ledger, act.about));
  if (act.do === 'finish') return finish(store);
  if (!('record' in act)) return undefined;
  const view = await choose(store, ledger, act.record);
  if (!view) return undefined;
  if (act.do === 'remove') return changed(view, { [specialPaths.deleted]: true }, text);
  if (act.do === 'review') {
    const steps = reviewSteps(writer.role, view.review ?? 'none');
    const step = steps[act.step % Math.max(1, steps.length)];
    return step && changed(view, { [specialPaths.reviewStatus]: step }, text);
  }
  const path =
    act.do === 'settle'
      ? view.conflicts.find((one) => one !== specialPaths.reviewStatus)
      : fieldOf(view, act);
  return path === undefined
    ? undefined
    : changed(view, { [path]: text, ...again(view, writer) }, 'a reason');
}

function fieldOf(view: RecordView, act: Act): Path | undefined {
  return 'field' in act ? fields[view.kind]?.[act.field] : undefined;
}

function make(
  { device }: Laptop,
  { kind }: Extract<Act, { readonly do: 'make' }>,
  text: string,
  about: RecordView | undefined,
): Wanted | undefined {
  const record = device.newId();
  if (kind === 'comment' && about === undefined) return undefined;
  const sets: Readonly<Record<typeof kind, Readonly<Record<Path, Json>>>> = {
    visit: visitAnswers({ outlet_name: text }),
    brand: { name_local: text },
    comment: { on_record: about?.id ?? null, text },
  };
  return { change: { record, kind, form: 1, set: sets[kind] }, finished: [] };
}

/** A surveyor who mends what was returned to them hands it in again with it. */
function again(view: RecordView, { role }: Writer): Readonly<Record<Path, Json>> {
  return view.review === 'returned' && role === 'surveyor'
    ? { [specialPaths.reviewStatus]: 'submitted' }
    : {};
}

function changed(view: RecordView, set: Readonly<Record<Path, Json>>, why: string): Wanted {
  const { id: record, kind, form } = view;
  return { change: { record, kind, form, set, why }, finished: [] };
}

/** One of the records this laptop shows. */
async function choose(
  store: LocalStore,
  { records }: Ledger,
  number: number,
): Promise<RecordView | undefined> {
  const shown = await store.records.findMany(records);
  return shown[number % Math.max(1, shown.length)];
}

async function linkedRecords(store: LocalStore, { records }: Ledger) {
  const views = await store.records.findMany(records);
  return new Map(views.map(({ id, kind, owner }) => [id, { kind, owner }]));
}

async function beginDraft(
  laptop: Laptop,
  at: number,
  act: Extract<Act, { readonly do: 'begin' }>,
  ledger: Ledger,
): Promise<void> {
  const { store } = laptop.app();
  const view = await choose(store, ledger, act.record);
  const path = view && fieldOf(view, act);
  if (!view || path === undefined) return;
  await saveDraft(laptop, at, view, path, ledger);
}

/** Goes on typing in the draft that was touched last. */
async function typeOn(laptop: Laptop, at: number, ledger: Ledger): Promise<void> {
  const { store } = laptop.app();
  const [draft] = await store.drafts.list();
  const view = draft && (await store.records.find(draft.record));
  const [path] = Object.keys(draft?.set ?? {});
  if (view && path !== undefined) await saveDraft(laptop, at, view, path, ledger);
}

async function saveDraft(
  laptop: Laptop,
  at: number,
  { id: record, kind, form }: RecordView,
  path: Path,
  ledger: Ledger,
): Promise<void> {
  const { device } = laptop;
  const text = ledger.nextText();
  device.clock.nowMs += 1;
  const typed = { kind, form, set: { [path]: text }, isChange: true, savedMs: device.clock.nowMs };
  // One that is not called saved may be there all the same, in the place of the one before it.
  ledger.drafts.delete(`${at} ${record}`);
  const saved = await laptop.app().store.drafts.save(makeDraft(record, typed));
  if (saved.ok) ledger.drafts.set(`${at} ${record}`, { laptop: at, record, text });
}

async function finish(store: LocalStore): Promise<Wanted | undefined> {
  // A form is closed when it was finished; a list that is behind would still show it.
  if (store.health().isIndexBehind) return undefined;
  const draft = (await store.drafts.list()).at(-1);
  if (!draft) return undefined;
  const { record, kind, form, set } = draft;
  const view = await store.records.find(record);
  const resubmitted =
    view?.review === 'returned' ? { [specialPaths.reviewStatus]: 'submitted' } : {};
  const change = { record, kind, form, set: { ...set, ...resubmitted }, why: 'a reason' };
  return { change, finished: [record] };
}

/** Gives up everything of theirs that the server refused. */
export async function withdraw({ records }: LocalStore): Promise<void> {
  for (const [record, { kind }] of await records.sendStates()) {
    if (kind === 'refused') await records.withdraw(record);
  }
}
