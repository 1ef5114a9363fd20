import type { PersonId, RecordId } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { Role } from '#shared/records/role.ts';
import type { SignedIn, SignIn } from '#shared/sync/team-api.ts';
import { MAX_BATCH_ENTRIES, healthSchema, pushResponseSchema } from '#shared/sync/http-api.ts';
import { signedInSchema } from '#shared/sync/team-api.ts';
import { makeDevice, newRecordId, visitAnswers } from './make-entries.ts';
import { priceAnswers } from './price-answers.ts';
import { segmentOf } from './segments.ts';

/** A signed-in laptop without a screen, that sends entries to a real server. */
export interface NodeDevice {
  readonly person: PersonId;
  /** Sends a finished visit with `prices` prices, on a new feed; answers the visit. */
  sendVisit(prices: number): Promise<RecordId>;
  /** Sends a finished visit with a price that two laptops of the person gave without knowing of each other; answers the visit. */
  sendConflict(prices: readonly [string, string]): Promise<RecordId>;
}

/** The first sample account of a role, as one signs in with it. */
export async function sampleAccount(address: string, role: Role): Promise<SignIn> {
  const answer = await fetch(new URL('/health', address));
  const { sampleAccounts } = healthSchema.parse(await answer.json());
  const account = sampleAccounts.find((one) => one.role === role);
  if (!account) throw new Error(`no sample account is ${role}`);
  return { name: account.name, password: account.password };
}

/** Signs in from Node. */
export async function createNodeDevice(address: string, account: SignIn): Promise<NodeDevice> {
  const answer = await post(address, '/session', JSON.stringify(account), {
    'content-type': 'application/json',
  });
  const signedIn = signedInSchema.parse(await answer.json());
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return {
    person: signedIn.person,
    async sendVisit(prices) {
      const device = makeDevice(signedIn.person);
      const visit = newRecordId();
      const entries = [device.write({ record: visit, set: visitAnswers() })];
      for (let n = 0; n < prices; n += 1) {
        entries.push(device.write({ kind: 'price', set: priceAnswers(visit, n) }));
      }
      await sendAll(address, cookie, signedIn, entries);
      return visit;
    },
    async sendConflict([first, second]) {
      const [one, two] = [makeDevice(signedIn.person), makeDevice(signedIn.person)];
      const [visit, record] = [newRecordId(), newRecordId()];
      const made = [
        one.write({ record: visit, set: visitAnswers() }),
        one.write({ record, kind: 'price', set: priceAnswers(visit, 0) }),
      ];
      for (const entry of made) two.see(entry);
      const why = 'اشتباه تایپی';
      const change = { record, kind: 'price', why };
      const own = one.write({ ...change, set: { price_amount: first } });
      const other = two.write({ ...change, set: { price_amount: second } });
      await sendAll(address, cookie, signedIn, [...made, own]);
      await sendAll(address, cookie, signedIn, [other]);
      return visit;
    },
  };
}

async function sendAll(
  address: string,
  cookie: string,
  { project }: SignedIn,
  entries: readonly Entry[],
): Promise<void> {
  let sent = 0;
  while (sent < entries.length) {
    const { bytes, headers } = segmentOf(project, entries.slice(sent, sent + MAX_BATCH_ENTRIES));
    const answer = await post(address, '/sync/push', bytes, { ...headers, cookie });
    const { confirmed, refused } = pushResponseSchema.parse(await answer.json());
    if (refused.length > 0) throw new Error(JSON.stringify(refused[0]));
    sent = confirmed;
  }
}

async function post(
  address: string,
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const answer = await fetch(new URL(path, address), { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}
