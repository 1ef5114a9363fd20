import { createChance } from './chance.ts';

type Syllable = readonly [fa: string, en: string];

/** Syllables in Persian and in Latin letters; every made name is of these. */
const syllables: readonly [Syllable, ...Syllable[]] = [
  ['با', 'ba'],
  ['ری', 'ri'],
  ['تو', 'to'],
  ['نا', 'na'],
  ['شا', 'sha'],
  ['میر', 'mir'],
  ['گل', 'gol'],
  ['زر', 'zar'],
  ['خان', 'khan'],
  ['دو', 'du'],
  ['لا', 'la'],
  ['ما', 'ma'],
  ['سی', 'si'],
  ['را', 'ra'],
  ['پر', 'par'],
  ['وی', 'vi'],
];

/** Names as of a big register: each thing with a Persian, an English and a company's name and a code of six digits. */
export function madeNames(count: number): readonly (readonly string[])[] {
  const chance = createChance(1);
  function word(): Syllable {
    const parts = Array.from({ length: 2 + chance.below(2) }, () => chance.of(syllables));
    return [parts.map(([fa]) => fa).join(''), parts.map(([, en]) => en).join('')];
  }
  return Array.from({ length: count }, (_, i) => {
    const [[fa, en], [fa2, en2]] = [word(), word()];
    return [`${fa} ${fa2}`, `${en} ${en2}`, `شرکت ${fa2}`, String(100_000 + i)];
  });
}
