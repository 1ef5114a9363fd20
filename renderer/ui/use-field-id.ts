import { useState } from 'react';

const FIRST = 0xac00;
const LAST = 0xd7a3;
let last = LAST;

/**
 * An id for a field, of one character. A browser keeps what is typed into a line of text, for its password manager, for as long as it runs:
 * not where the field's name and id are shorter than two (Chromium 156; `e2e/web/memory`).
 */
export function useFieldId(): string {
  const [id] = useState(takeId);
  return id;
}

function takeId(): string {
  do last = last === LAST ? FIRST : last + 1;
  while (document.getElementById(String.fromCharCode(last)) !== null);
  return String.fromCharCode(last);
}
