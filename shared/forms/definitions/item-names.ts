import { decidedMaybe, decidedMaybeOne } from './answered-by.ts';

/** What an item is also called, one name a line: it is found by each of them. */
export const otherNames = {
  kind: 'text',
  ...decidedMaybe,
  section: 'names',
  multiline: true,
  constraints: [{ rule: 'length', max: 2000, severity: 'stop' }],
} as const;

/** Whether an item came from the field and waits for the office, or the office has said that it is right; none for what the office entered. */
export const standing = {
  ...decidedMaybeOne,
  section: 'names',
  choices: { codelist: 'item_standing' },
} as const;
