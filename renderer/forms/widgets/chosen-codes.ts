/** The chosen codes with those chosen before first, in their order: the first one may mean "usual". */
export function inOrderOfChoosing(
  before: readonly string[],
  now: readonly string[],
): readonly string[] {
  return [
    ...before.filter((code) => now.includes(code)),
    ...now.filter((code) => !before.includes(code)),
  ];
}

/** Where a code of `alone` was just added it stays alone; where another was added, codes of `alone` go. */
export function chooseAlone(
  codes: readonly string[],
  before: readonly string[],
  alone: readonly string[],
): readonly string[] {
  const added = codes.find((code) => !before.includes(code));
  if (added === undefined) return codes;
  return alone.includes(added) ? [added] : codes.filter((code) => !alone.includes(code));
}
