import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from '@lingui/cli';
import { languages } from '#shared/core/language.ts';
import { formatter } from '@lingui/format-po';

/** The folders of renderer/ that have texts: each keeps its own catalogues in `locales/`, so that two people rarely edit one file. */
function areasWithTexts(): readonly string[] {
  const sources = globSync('renderer/**/*.{ts,tsx}', { cwd: import.meta.dirname })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) =>
      /from '@lingui\/(core|react)\/macro'/.test(
        readFileSync(path.join(import.meta.dirname, file), 'utf8'),
      ),
    );
  const area = /^renderer\/(features\/[^/]+|[^/]+)\//;
  return [...new Set(sources.map((file) => area.exec(file)?.[1] ?? 'app'))];
}

export default defineConfig({
  sourceLocale: 'en',
  locales: [...languages],
  catalogs: areasWithTexts().map((area) => ({
    path: `<rootDir>/renderer/${area}/locales/{locale}`,
    include: [`<rootDir>/renderer/${area}/`],
  })),
  fallbackLocales: { default: 'en' },
  format: formatter({ lineNumbers: false }),
});
