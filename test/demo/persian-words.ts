import type { Json } from '#shared/core/json.ts';
import type { Choices } from '#shared/forms/choices.ts';
import { choiceLabel, plusLabel } from '#shared/forms/form-labels.ts';
import { sampleActs } from '../../server/sample/sample-acts.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';

const itemNames: ReadonlyMap<string, Json | undefined> = new Map(
  sampleActs('2026-01-01' as PlainDate).map((act) => [
    act.record,
    act.set['name_fa'] ?? act.set['label_fa'] ?? act.set['name_local'],
  ]),
);

/** The Persian words under which a choice stands on the screen. */
export function persianWords(choices: Choices, code: string): string {
  const words =
    'codelist' in choices
      ? choiceLabel(choices.codelist, code)?.fa
      : 'register' in choices
        ? (plusLabel(code)?.fa ?? itemNames.get(`${choices.register}/${code}`))
        : undefined;
  if (typeof words !== 'string') throw new Error(`no Persian words for ${code}`);
  return words;
}
