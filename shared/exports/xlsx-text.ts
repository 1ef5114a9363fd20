const MAX_CELL_CHARACTERS = 32_767;
const MAX_SHEET_NAME = 31;

const special = /[&<>"_\p{Cc}\ufffe\uffff]/u;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * A text as XML of a workbook: markup escaped, characters XML cannot carry (and a carriage return, which its readers
 * would turn into a line feed) as `_xHHHH_` (ECMA-376 part 1, 22.9.2.19), cut to the 32,767 characters a cell holds.
 */
export function xlsxText(text: string): string {
  if (text.length <= MAX_CELL_CHARACTERS && !special.test(text)) return text;
  return text
    .slice(0, MAX_CELL_CHARACTERS)
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, (character) => hexEscape(character))
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}

function hexEscape(character: string): string {
  if (character === '\t' || character === '\n') return character;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `_x${code.padStart(4, '0')}_`;
}

/** A title as a sheet's name: none of the characters that are not allowed, at most 31, `suffix` kept whole. */
export function sheetName(title: string, suffix = ''): string {
  const plain = title.replaceAll(/[[\]:*?/\\]/g, ' ').replaceAll(/^'|'$/g, '');
  return `${plain.slice(0, MAX_SHEET_NAME - suffix.length)}${suffix}`;
}

/** The letters of a column, the first being 0: A, B ... Z, AA ... */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest === 0 ? '' : columnLetters(rest - 1)}${String.fromCodePoint(65 + (index % 26))}`;
}
