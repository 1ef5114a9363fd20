import { targetLanguages } from '../core/language.ts';
import type { Choices, ListName } from './choices.ts';
import { codeLists, listCodes } from './choices.ts';
import type { FormId } from './definitions/catalogue.ts';
import { formOf } from './definitions/catalogue.ts';
import { conditionText, constraintText, unitText } from './expression-text.ts';
import { formColumns } from './form-columns.ts';
import { choiceLabel, columnPartLabel, fieldTexts } from './form-labels.ts';

const labelLanguages = ['en', 'fa', ...targetLanguages] as const;
const labelHeadings = labelLanguages.map((language) => `label_${language}` as const);

/** Headings of the codebook. Hints are for the surveyor alone, and so are in the two languages they were written in. */
export const codebookHeader = [
  'form',
  'version',
  'column',
  'field',
  'kind',
  'type',
  'unit',
  'required',
  'answered_by',
  'choices',
  'constraints',
  'shown_if',
  'asked_with',
  'personal',
  ...labelHeadings,
  'hint_en',
  'hint_fa',
] as const;

/** The codebook of a form: a row of texts per export column, under the headings of `codebookHeader`. */
export function codebookRows(id: FormId): readonly (readonly string[])[] {
  const form = formOf(id);
  return formColumns(form).flatMap((column) => {
    const field = form.fields[column.field];
    if (field === undefined) return [];
    const texts = fieldTexts(id, column.field);
    const { part } = column;
    const partTexts = part === undefined ? undefined : columnPartLabel(id, column.field, part);
    return [
      [
        id,
        String(form.version),
        column.name,
        column.field,
        field.kind,
        column.type,
        field.unit === undefined ? '' : unitText(field.unit),
        field.required ? 'yes' : 'no',
        field.answeredBy,
        column.choices === undefined ? '' : choicesText(column.choices),
        (field.constraints ?? []).map(constraintText).join('; '),
        field.shown === undefined ? '' : conditionText(field.shown),
        field.companionOf ?? '',
        column.personal ? 'yes' : 'no',
        ...labelLanguages.map((language) =>
          labelled(
            texts?.[language],
            part === undefined ? undefined : (partTexts?.[language] ?? part),
          ),
        ),
        texts?.hint?.en ?? '',
        texts?.hint?.fa ?? '',
      ],
    ];
  });
}

/** Headings of the list of choices. */
export const choicesHeader = ['list', 'code', ...labelHeadings] as const;

/** Every code of every list with its labels, under the headings of `choicesHeader`. */
export function choicesRows(): readonly (readonly string[])[] {
  const lists = Object.keys(codeLists) as readonly ListName[];
  return lists.flatMap((list) =>
    codeLists[list].map((code) => {
      const label = choiceLabel(list, code);
      return [list, code, ...labelLanguages.map((language) => label?.[language] ?? code)];
    }),
  );
}

function choicesText(choices: Choices): string {
  if ('codelist' in choices) return `${choices.codelist}: ${listCodes(choices).join(' ')}`;
  if ('records' in choices) return `${choices.records} records of the visit`;
  return [`${choices.register} (register)`, ...(choices.plus ?? [])].join(' + ');
}

function labelled(label: string | undefined, part: string | undefined): string {
  return [label, part].filter((text) => text !== undefined).join(' – ');
}
