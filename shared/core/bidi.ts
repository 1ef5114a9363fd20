import type { Direction } from './language.ts';

const FIRST_STRONG_ISOLATE = '\u2068';
const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const END_OF_ISOLATE = '\u2069';

// Letters decide a direction, digits and marks do not (Unicode Standard Annex 9). Persian digits are of the Arabic script as well.
const rightToLeftLetter =
  /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const leftToRightLetter =
  /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}])\p{L}/u;
// A phone number or a code: in right-to-left text its groups would stand in the wrong order.
const groupsOfDigits = /^\+|[0-9\u0660-\u0669\u06f0-\u06f9][ ()-]+[0-9\u0660-\u0669\u06f0-\u06f9]/;

// Controls, joiners and blanks without a shape. Lines and tabs are none, nor are the signs of Arabic that stand around numbers, nor a joiner
// inside a word of the Arabic script (also «DVD‌ها»), after its heh, or of a picture.
const hiddenParts = [
  String.raw`(?![\t\n\r\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2])`,
  String.raw`(?!(?<=\p{Script=Arabic}\p{M}*)[\u200c\u200d](?=[\p{L}\p{N}]))`,
  String.raw`(?!(?<=[\u0647\u06be])[\u200c\u200d](?![\u200c\u200d]))`,
  String.raw`(?!(?<=[\p{L}\p{N}])\u200c(?=\p{Script=Arabic}))`,
  String.raw`(?!(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic}))`,
  String.raw`[\p{Cc}\p{Cf}\u2028\u2029\u034f\u115f\u1160\u3164\uffa0]`,
];
const hidden = new RegExp(hiddenParts.join(''), 'gu');
const nothingHidden = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u0606-\u061b\u061d-\u06dc\u06de-\u06ff]*$/;

/** Unicode's abbreviations. */
const abbreviations: ReadonlyMap<string, string> = new Map([
  ['\u00ad', 'SHY'],
  ['\u061c', 'ALM'],
  ['\u200b', 'ZWSP'],
  ['\u200c', 'ZWNJ'],
  ['\u200d', 'ZWJ'],
  ['\u200e', 'LRM'],
  ['\u200f', 'RLM'],
  ['\u202a', 'LRE'],
  ['\u202b', 'RLE'],
  ['\u202c', 'PDF'],
  ['\u202d', 'LRO'],
  ['\u202e', 'RLO'],
  ['\u2060', 'WJ'],
  ['\u2066', 'LRI'],
  ['\u2067', 'RLI'],
  ['\u2068', 'FSI'],
  ['\u2069', 'PDI'],
  ['\ufeff', 'ZWNBSP'],
]);

const none: ReadonlySet<number> = new Set();

/**
 * A text from outside as it is shown among other text of a direction: what is hidden in it stands there as a symbol, and where its letters or
 * groups of digits could be torn apart, or tear apart what is around them, it is isolated. For reading only: what is stored, compared or
 * exported is the text itself.
 */
export function dataText(text: string, direction: Direction): string {
  return isolatedFrom(direction, allShown(text, none));
}

/** The same for a text that may be put together from such texts already: their isolates are kept, and it is not isolated twice. */
export function isolated(text: string, direction: Direction): string {
  const pairs = pairsOf(text);
  const shown = allShown(text, pairs);
  return isOneIsolate(text, pairs) ? shown : isolatedFrom(direction, shown);
}

/** A text with what is hidden in it as symbols; isolates that were put around its parts are kept. */
export function withSymbols(text: string): string {
  return allShown(text, pairsOf(text));
}

/** A number, path or code, which runs from left to right whatever its letters are. */
export function isolatedLeftToRight(text: string): string {
  return `${LEFT_TO_RIGHT_ISOLATE}${withSymbols(text)}${END_OF_ISOLATE}`;
}

/** A shown text without the isolates that were put around its parts: for a text field, which has a direction of its own. */
export function withoutIsolates(text: string): string {
  return text.replaceAll(/[\u2066\u2068\u2069]/g, '');
}

function isolatedFrom(direction: Direction, text: string): string {
  const isRightToLeft = direction === 'rtl';
  if ((isRightToLeft ? leftToRightLetter : rightToLeftLetter).test(text)) {
    return `${FIRST_STRONG_ISOLATE}${text}${END_OF_ISOLATE}`;
  }
  return isRightToLeft && !rightToLeftLetter.test(text) && groupsOfDigits.test(text)
    ? `${LEFT_TO_RIGHT_ISOLATE}${text}${END_OF_ISOLATE}`
    : text;
}

function allShown(text: string, kept: ReadonlySet<number>): string {
  if (nothingHidden.test(text)) return text;
  return text.replaceAll(hidden, (control, at: number) =>
    kept.has(at) ? control : `[${abbreviations.get(control) ?? codeOf(control)}]`,
  );
}

function codeOf(control: string): string {
  return `U+${(control.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Where isolates of the two kinds that are made here begin, and where they end. */
function pairsOf(text: string): ReadonlySet<number> {
  if (!text.includes(END_OF_ISOLATE)) return none;
  const open: number[] = [];
  const paired = new Set<number>();
  for (const { 0: mark, index } of text.matchAll(/[\u2066\u2068\u2069]/g)) {
    if (mark !== END_OF_ISOLATE) open.push(index);
    else {
      const begin = open.pop();
      if (begin !== undefined) paired.add(begin).add(index);
    }
  }
  return paired;
}

function isOneIsolate(text: string, pairs: ReadonlySet<number>): boolean {
  if (!pairs.has(0) || !pairs.has(text.length - 1)) return false;
  let depth = 0;
  return [...pairs]
    .toSorted((a, b) => a - b)
    .every((at) => {
      depth += text[at] === END_OF_ISOLATE ? -1 : 1;
      return depth > 0 || at === text.length - 1;
    });
}
