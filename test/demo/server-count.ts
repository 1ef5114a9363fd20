import type { RecordView } from '#shared/records/record.ts';
import type { RecordState } from '#shared/records/fold.ts';
import { foldEntry } from '#shared/records/fold.ts';
import { viewRecord } from '#shared/records/record.ts';
import { surveyFormIds } from '#shared/forms/definitions/catalogue.ts';
import { healthSchema } from '#shared/sync/http-api.ts';
import { pageOf } from '../support/segments.ts';

/** Survey records as the server holds them, asked over HTTP by nothing but the protocol and folded here. */
export async function recordsOnServer(address: string): Promise<readonly RecordView[]> {
  const health = healthSchema.parse(await (await fetch(`${address}/health`)).json());
  const account = health.sampleAccounts.find(({ role }) => role === 'supervisor');
  const session = await fetch(`${address}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ name: account?.name, password: account?.password }),
  });
  const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const states = new Map<string, RecordState>();
  const nobody = '00000000-0000-4000-8000-000000000000';
  for (let after = 0, more = true; more;) {
    const url = `${address}/sync/pull?protocol=${health.protocol}&after=${after}&feed=${nobody}&limit=500`;
    const answer = await fetch(url, { headers: { cookie } });
    const page = pageOf(Object.fromEntries(answer.headers), await answer.bytes());
    for (const entry of page.entries) {
      states.set(entry.record, foldEntry(states.get(entry.record), entry));
    }
    after = page.cursor;
    more = page.more;
  }
  return [...states.values()]
    .map(viewRecord)
    .filter(({ kind, deleted }) => !deleted && surveyFormIds.some((id) => id === kind));
}
