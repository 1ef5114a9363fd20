import type { Entry } from '#shared/records/entry.ts';
import { signInTo } from './sample-client.ts';

const facts = [
  'product_id',
  'item_spec',
  'brand_id',
  'origin_country',
  'price_amount',
  'price_currency',
  'sale_unit',
  'sale_qty',
  'net_content',
  'net_content_unit',
] as const;

/** What was bought, for how much, and how much of it: the answers of a quotation in one order, null where there is none. */
export function factsOf(answers: Readonly<Record<string, unknown>>): readonly unknown[] {
  return facts.map((name) => answers[name] ?? null);
}

/** The prices of a visit as a server with the sample project has them, in the order in which they were finished. */
export async function sentPrices(address: string, visit: string): Promise<readonly Entry['set'][]> {
  const { origin } = new URL(address);
  const supervisor = await signInTo(origin, 'supervisor1');
  const entries: Entry[] = [];
  for (let after = 0, isMore = true; isMore;) {
    const page = await supervisor.pull(origin, after);
    entries.push(...page.entries);
    isMore = page.more;
    after = page.cursor;
  }
  return entries
    .filter(({ kind, set }) => kind === 'price' && set['visit'] === visit)
    .toSorted((a, b) => a.seq - b.seq)
    .map(({ set }) => set);
}
