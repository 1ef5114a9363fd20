import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { languages } from '#shared/core/language.ts';

/** Writes pages to look the screens through: one for each screen, its languages beside each other, its looks below. */
export function writeIndex(
  folder: string,
  screens: readonly string[],
  looks: readonly string[],
): void {
  for (const screen of screens) {
    const cells = looks.flatMap((look) =>
      languages.map(
        (language) =>
          `<a href="${screen}/${language}-${look}.png"><img alt="${screen} ${language} ${look}" src="${screen}/${language}-${look}.png"></a>`,
      ),
    );
    writeFileSync(path.join(folder, `${screen}.html`), pageOf(screen, cells.join('\n')));
  }
  const links = screens.map((screen) => `<p><a href="${screen}.html">${screen}</a></p>`);
  writeFileSync(path.join(folder, 'index.html'), pageOf('Screens', links.join('\n')));
}

function pageOf(title: string, body: string): string {
  return `<!doctype html><meta charset="utf-8"><title>${title}</title>
<style>body{font:16px sans-serif}main{display:grid;grid-template-columns:repeat(${languages.length},1fr);gap:4px}img{width:100%}</style>
<h1>${title}</h1><main>${body}</main>
`;
}
