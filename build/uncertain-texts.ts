import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A translation its writer was not sure of: marked by a comment `native reader: why` before it. */
export interface UncertainText {
  readonly file: string;
  readonly line: number;
  readonly why: string;
  readonly text: string;
}

const mark = /^\s*(?:#|\/\/) native reader: (.*)$/;

/** The marked texts of a catalogue (.po) or of a file of labels (.ts). */
export function uncertainTexts(file: string, content: string): readonly UncertainText[] {
  const lines = content.split('\n');
  return lines.flatMap((line, index) => {
    const why = mark.exec(line)?.[1];
    if (why === undefined) return [];
    const marked = lines.slice(index + 1).filter((next) => !/^\s*(?:#|\/\/)/.test(next));
    const until = file.endsWith('.po') ? marked.indexOf('') : 1;
    const text = marked.slice(0, until < 0 ? undefined : until).map((next) => next.trim());
    return [{ file, line: index + 1, why, text: text.join(' ') }];
  });
}

if (import.meta.main) {
  const root = path.join(import.meta.dirname, '..');
  const files = globSync(['renderer/**/locales/*.po', 'shared/forms/labels/*/*.ts'], { cwd: root });
  const found = files
    .toSorted()
    .flatMap((file) => uncertainTexts(file, readFileSync(path.join(root, file), 'utf8')));
  for (const { file, line, why, text } of found) console.log(`${file}:${line}  ${why}\n  ${text}`);
  console.log(`${found.length} texts wait for a native reader`);
}
