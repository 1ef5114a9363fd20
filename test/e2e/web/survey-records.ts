import { randomUUID } from 'node:crypto';
import { sha256Hex } from '#shared/core/hash.ts';
import type { FeedId, PersonId, RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Stamp } from '#shared/core/stamp.ts';
import type { Answers, PhotoRef } from '#shared/forms/answers.ts';
import type { FormContext } from '#shared/forms/context.ts';
import type { FormId, SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import { priceForm } from '#shared/forms/definitions/price.ts';
import { settleAnswers } from '#shared/forms/settle-answers.ts';
import type { Entry } from '#shared/records/entry.ts';
import { appendAct, emptyFeed } from '#shared/records/feed.ts';
import { sampleActs } from '../../../server/sample/sample-acts.ts';
import type { Role } from '#shared/records/role.ts';
import { sampleAccounts } from '../../../server/sample-project.ts';

/** One price of a visit to be sent. */
export interface SentPrice {
  readonly product: string;
  readonly spec: string;
  readonly amount: string;
  /** Why an unusual price was kept. */
  readonly reason?: string;
}

/** A visit to be sent, as a surveyor's laptop would send it. */
export interface SentVisit {
  /** Its id where others name it. */
  readonly id?: RecordId;
  readonly market: 'herat' | 'kabul';
  readonly outlet: string;
  readonly respondent?: string;
  readonly phone?: string;
  readonly mayShare?: 'yes' | 'no';
  readonly note?: string;
  /** Its photo of the outlet, which is not sent with it. */
  readonly photo?: PhotoRef;
  readonly prices: readonly SentPrice[];
}

const provinces = { herat: 'AF32', kabul: 'AF01' } as const;
const registers = new Map(
  sampleActs('2026-11-27' as PlainDate).map(({ record, set }) => [record as string, set]),
);

/** Sends finished visits with their prices to a server with the sample project, as its first surveyor. */
export async function sendVisits(address: string, visits: readonly SentVisit[]): Promise<void> {
  const { person, headers } = await signIn(address);
  const feed = randomUUID() as FeedId;
  await push(address, headers, feed, makeEntries(feed, person, visits));
}

async function push(
  address: string,
  headers: Readonly<Record<string, string>>,
  feed: FeedId,
  entries: readonly Entry[],
): Promise<void> {
  const body = { protocol: 1, project: 'sample', feed, entries };
  const pushed = await post(address, 'sync/push', headers, body);
  const { refused } = (await pushed.json()) as { readonly refused: readonly unknown[] };
  if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
}

/** Sends the bytes of a photo, as the same surveyor. */
export async function sendPhoto(address: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const { headers } = await signIn(address);
  const { ok, status } = await fetch(new URL(`photos/${sha256Hex(bytes)}`, address), {
    method: 'PUT',
    headers: { ...headers, 'content-type': 'image/jpeg' },
    body: bytes,
  });
  if (!ok) throw new Error(`the photo: ${status}`);
}

/** Asks for the originals of photos in the open round of the sample project, as its supervisor. */
export async function askForOriginals(address: string): Promise<void> {
  const record = 'round/sample-2' as RecordId;
  await sendActs(address, 'supervisor', [
    { record, kind: 'round', set: { keeps_originals: 'yes' } },
  ]);
}

/** What someone writes into a record, made by it where there is none. */
export interface SentAct {
  readonly record: RecordId;
  readonly kind: FormId;
  readonly set: Readonly<Record<string, Json>>;
}

/** Sends acts as the person of the sample project who has a role. */
export async function sendActs(
  address: string,
  role: Role,
  acts: readonly SentAct[],
): Promise<void> {
  const { person, headers } = await signIn(address, role);
  const feed = randomUUID() as FeedId;
  const entries: Entry[] = [];
  let head = emptyFeed(feed);
  let latest: Stamp | undefined;
  for (const { record, kind, set } of acts) {
    const act = { author: person, record, kind, form: formOf(kind).version, set, base: {} };
    const appended = appendAct(head, act, { nowMs: Date.now() - 60_000, latest });
    ({ head } = appended);
    latest = appended.entry.stamp;
    entries.push(appended.entry);
  }
  await push(address, headers, feed, entries);
}

/** The bytes of a photo on the server, as its surveyor reads them; undefined while it is not there. */
export async function photoOnServer(
  address: string,
  sha256: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { headers } = await signIn(address);
  const response = await fetch(new URL(`photos/${sha256}`, address), { headers });
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
}

async function signIn(address: string, role: Role = 'surveyor') {
  const account = sampleAccounts.find((each) => each.role === role);
  if (!account) throw new Error('the sample has no accounts');
  const { name, password, person } = account;
  const headers = { 'content-type': 'application/json', origin: new URL(address).origin };
  const session = await post(address, 'session', headers, { name, password });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { person, headers: { ...headers, cookie } };
}

async function post(
  address: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): Promise<Response> {
  const response = await fetch(new URL(path, address), {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}

function makeEntries(
  feed: FeedId,
  author: PersonId,
  visits: readonly SentVisit[],
): readonly Entry[] {
  const entries: Entry[] = [];
  let head = emptyFeed(feed);
  let latest: Stamp | undefined;
  function write(record: RecordId, kind: SurveyFormId, set: Readonly<Record<string, Json>>): void {
    const act = { author, record, kind, form: formOf(kind).version, set, base: {} };
    const appended = appendAct(head, act, { nowMs: Date.now() - 60_000, latest });
    ({ head } = appended);
    latest = appended.entry.stamp;
    entries.push(appended.entry);
  }
  for (const visit of visits) {
    const id = visit.id ?? newId();
    const answers = visitAnswers(id, author, visit);
    write(id, 'visit', { ...answers, review_status: 'submitted' });
    for (const price of visit.prices) {
      const priceId = newId();
      write(priceId, 'price', {
        ...priceAnswers(priceId, price, answers),
        visit: id,
        review_status: 'submitted',
        ...(price.reason === undefined ? {} : { '@reason/price_amount': price.reason }),
      });
    }
  }
  return entries;
}

function visitAnswers(id: RecordId, author: PersonId, visit: SentVisit) {
  const day = new Date().toISOString().slice(0, 10);
  return {
    visit_id: id,
    round_id: 'sample-2',
    form_version: 1,
    enumerator_id: author,
    started_at: `${day}T00:00:00+04:30`,
    ended_at: `${day}T00:30:00+04:30`,
    visit_date: day,
    interview_mode: 'in_person',
    country: 'AFG',
    admin1_pcode: provinces[visit.market],
    market_id: visit.market,
    market_type: 'urban_central',
    outlet_name: visit.outlet,
    outlet_type: 'small_shop',
    market_level: 'retail',
    ...(visit.photo && { outlet_photo: [{ ...visit.photo }] }),
    consent: 'yes',
    respondent_role: 'owner',
    ...(visit.respondent === undefined ? {} : { respondent_name: visit.respondent }),
    ...(visit.phone === undefined ? {} : { respondent_phone: visit.phone }),
    ...(visit.respondent === undefined && visit.phone === undefined
      ? {}
      : { consent_share: visit.mayShare ?? 'no' }),
    ...(visit.note === undefined ? {} : { visit_note: visit.note }),
    interview_language: 'prs',
    visit_currency: 'AFN',
    fx_usd_buy: '65.5',
    fx_usd_sell: '66',
    fx_type: 'market',
  };
}

function priceAnswers(id: RecordId, price: SentPrice, visit: Answers) {
  const context: FormContext = {
    recordId: id,
    visit,
    siblings: [],
    item: (register, code) => registers.get(`${register}/${code}`) as Answers | undefined,
    today: '2026-11-27' as PlainDate,
    flags: price.reason === undefined ? [] : ['outlier'],
    references: {},
    insideAdmin1: () => undefined,
  };
  const answers: Answers = {
    product_id: price.product,
    item_spec: price.spec,
    availability: 'wide',
    brand_id: 'unbranded',
    origin_country: 'PK',
    quality_grade: 'standard',
    price_level: 'retail',
    quote_basis: 'asked',
    price_amount: price.amount,
    price_currency: 'AFN',
    sale_unit: 'kg',
    sale_qty: '1',
    price_change_30d: 'same',
    quote_confidence: 'high',
    ...(price.reason === undefined ? {} : { outlier_reason: price.reason }),
  };
  return settleAnswers(priceForm, answers, context) as Readonly<Record<string, Json>>;
}

function newId(): RecordId {
  const random = randomUUID();
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}` as RecordId;
}
