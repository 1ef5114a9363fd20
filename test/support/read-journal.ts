import type { Journal, JournalPage } from '#shared/journal/journal.ts';
import { expectOk } from './expect-ok.ts';

/** All pages of an open journal. */
export async function readPages(journal: Journal): Promise<readonly JournalPage[]> {
  const pages: JournalPage[] = [];
  for (let from: number | null = 0; from !== null;) {
    const page: JournalPage = expectOk(await journal.read(from));
    pages.push(page);
    from = page.next;
  }
  return pages;
}

/** All payloads of an open journal, as texts of UTF-8. */
export async function readTexts(journal: Journal): Promise<readonly string[]> {
  const pages = await readPages(journal);
  return pages.flatMap(({ payloads }) =>
    payloads.map((payload) => new TextDecoder().decode(payload)),
  );
}
