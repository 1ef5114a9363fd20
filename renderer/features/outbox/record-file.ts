import { utf8 } from '#shared/core/hash.ts';
import type { Direction, Language } from '#shared/core/language.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { ReadSection } from '../../forms/read-record.ts';

/** One record as a file that a person can read. */
export interface RecordFile {
  readonly title: string;
  readonly language: Language;
  readonly direction: Direction;
  /** Why it is not on the server; '' where nothing is in its way. */
  readonly note: string;
  readonly sections: readonly ReadSection[];
  /** Its entries, as they would be sent. */
  readonly history: readonly Entry[];
}

const style =
  'body{font:1rem/1.6 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}' +
  'dt{font-weight:bold}dd{margin:0 0 .6rem}h2{border-block-end:1px solid #999}q{font-style:italic}';

/** A page without scripts and without anything from elsewhere; its last element holds the entries as JSON. */
export function recordFile(file: RecordFile): Uint8Array {
  const { title, language, direction, note, sections, history } = file;
  const body = sections.map(sectionHtml).join('');
  const data = JSON.stringify({ format: 'bazarnegar-record', version: 1, entries: history });
  return utf8(
    `<!doctype html><html lang="${language}" dir="${direction}"><meta charset="utf-8">` +
      `<title>${escape(title)}</title><style>${style}</style><h1>${escape(title)}</h1>` +
      `${note === '' ? '' : `<p>${escape(note)}</p>`}${body}` +
      `<pre id="entries" dir="ltr" hidden>${escape(data)}</pre></html>\n`,
  );
}

function sectionHtml({ title, answers }: ReadSection): string {
  const rows = answers.map(({ label, text, unit, reason, remark }) => {
    const value = unit === undefined ? text : `${text} ${unit}`;
    const notes = [reason, remark].filter((one) => one !== undefined);
    const quotes = notes.map((one) => `<br><q><bdi>${escape(one)}</bdi></q>`).join('');
    return `<dt>${escape(label)}</dt><dd><bdi>${escape(value)}</bdi>${quotes}</dd>`;
  });
  return `<h2>${escape(title)}</h2><dl>${rows.join('')}</dl>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
