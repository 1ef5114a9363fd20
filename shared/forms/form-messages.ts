import type { Texts } from '../core/language.ts';
import { codeLists } from './choices.ts';
import { completeFinding } from './complete-labels.ts';
import type { ListName } from './choices.ts';
import type { FormId } from './definitions/catalogue.ts';
import { formOf } from './definitions/catalogue.ts';
import { findingKinds } from './finding.ts';
import { choiceLabel, fieldTexts, formTitle, gridRowLabel, sectionLabel } from './form-labels.ts';

/** The key of one text, computed from its path, as translators see it: `forms.price.price_amount.label`. */
export type MessageKey =
  | `forms.${string}.title`
  | `forms.${string}.sections.${string}`
  | `forms.${string}.${string}.${'label' | 'hint'}`
  | `forms.${string}.${string}.rows.${string}`
  | `choices.${string}.${string}`
  | `findings.${string}`;

/** A key with its text in every language; undefined where one is missing, which a test forbids. */
export type Message = readonly [key: MessageKey, texts: Texts | undefined];

/** Every text of a form: title, sections, labels, hints, rows. */
export function formMessages(id: FormId): readonly Message[] {
  const form = formOf(id);
  const sections = form.sections.map(
    (section) => [`forms.${id}.sections.${section}`, sectionLabel(id, section)] as const,
  );
  const fields = Object.entries(form.fields).flatMap(([name, field]): readonly Message[] => {
    const texts = fieldTexts(id, name);
    const rows = field.kind === 'grid' ? field.rows : [];
    return [
      [`forms.${id}.${name}.label`, texts],
      ...(texts?.hint ? [[`forms.${id}.${name}.hint`, texts.hint] as const] : []),
      ...rows.map(
        (row) => [`forms.${id}.${name}.rows.${row}`, gridRowLabel(id, name, row)] as const,
      ),
    ];
  });
  return [[`forms.${id}.title`, formTitle(id)], ...sections, ...fields];
}

/** Every text that forms share: choices of all lists, and findings. */
export function sharedMessages(): readonly Message[] {
  const lists = Object.keys(codeLists) as readonly ListName[];
  const choices = lists.flatMap((list) =>
    codeLists[list].map((code): Message => [`choices.${list}.${code}`, choiceLabel(list, code)]),
  );
  return [
    ...choices,
    ...findingKinds.map((kind): Message => [`findings.${kind}`, completeFinding(kind, 'stop')]),
  ];
}
