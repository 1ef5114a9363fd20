const between = /[^\p{L}\p{M}\p{N}\u0640\u200b-\u200f]+/u;

/** The words of a name: hyphens, dots and brackets part them, joiners and diacritics do not. */
export function splitName(name: string): readonly string[] {
  return name.split(between).filter(Boolean);
}
