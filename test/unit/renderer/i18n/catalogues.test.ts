import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parsePoFile } from '@lingui/format-po';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../../..');
const catalogues = globSync('renderer/**/locales/fa.po', { cwd: root }).map((file) => ({
  file,
  items: parsePoFile(readFileSync(path.join(root, file), 'utf8')).items,
}));

describe('the Persian texts', () => {
  test('exist for every text of every area', () => {
    const missing = catalogues.flatMap(({ file, items }) =>
      items.filter((item) => !item.msgstr[0]).map((item) => `${file}: ${item.msgid}`),
    );
    expect(catalogues.length).toBeGreaterThan(3);
    expect(missing).toEqual([]);
  });

  // All areas share one table at run time, so a second translation would silently replace the first everywhere.
  test('say one English text in one way in all areas', () => {
    const ways = new Map<string, Set<string>>();
    for (const { items } of catalogues) {
      for (const item of items) {
        const key = `${item.msgctxt ?? ''}|${item.msgid}`;
        ways.set(key, (ways.get(key) ?? new Set()).add(item.msgstr.join('')));
      }
    }
    const divided = [...ways].filter(([, texts]) => texts.size > 1);
    expect(divided).toEqual([]);
  });

  test('are written in Persian letters, not in Arabic ones', () => {
    const arabic = catalogues.flatMap(({ items }) =>
      items.flatMap((item) => item.msgstr).filter((text) => /[يك]/.test(text)),
    );
    expect(arabic).toEqual([]);
  });
});
