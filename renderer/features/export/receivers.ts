import { recipientSchema } from '#shared/sync/team-api.ts';

/** What was typed for receivers: their keys, each once, and what is none. */
export function readReceivers(text: string): {
  readonly keys: readonly string[];
  readonly wrong: readonly string[];
} {
  const typed = [...new Set(text.split(/[\s,،;]+/).filter((word) => word !== ''))];
  return { keys: typed.filter(isKey), wrong: typed.filter((word) => !isKey(word)) };
}

function isKey(word: string): boolean {
  return recipientSchema.safeParse(word).success;
}
