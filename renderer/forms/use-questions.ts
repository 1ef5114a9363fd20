import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { Language } from '#shared/core/language.ts';
import type { Form } from '#shared/forms/define-form.ts';
import type { FormId } from '#shared/forms/definitions/catalogue.ts';
import type { Finding } from '#shared/forms/finding.ts';
import type { Field } from '#shared/forms/field.ts';
import { fieldTexts, gridRowLabel, sectionLabel } from '#shared/forms/form-labels.ts';
import { spokenStatement } from '#shared/forms/labels/spoken-statements.ts';
import { usePreferences } from '../i18n/preference-store.ts';
import type { ComboboxOption } from '../ui/combobox-search.ts';
import { askedFields, isPhotoAsked } from './asked-fields.ts';
import { isRetyped } from './form-status.ts';
import { createOptionSource } from './option-source.ts';
import type { FieldNote, Offer, QuestionModel } from './question-model.ts';
import { useOffers } from './use-offers.ts';
import { unitTerms } from './unit-text.ts';
import { useIssueText } from './use-issue-text.ts';
import type { ShownForm } from './use-open-form.ts';

export interface SectionModel {
  readonly section: string;
  readonly title: string;
  readonly questions: readonly QuestionModel[];
}

interface Questions {
  readonly sections: readonly SectionModel[];
  readonly foldedCount: number;
}

const noOffers: readonly Offer[] = [];
const noNotes: readonly FieldNote[] = [];
const noRows: readonly ComboboxOption[] = [];

/** The questions of a form as they stand, under their headings. */
export function useQuestions(
  open: ShownForm,
  { showsOptional, showsHints }: { readonly showsOptional: boolean; readonly showsHints: boolean },
): Questions {
  const { form, formId, registers, records } = open.setup;
  const { language } = usePreferences();
  const modelOf = useModel(open, showsHints);
  const optionsOf = useMemo(
    () => createOptionSource(registers, language, records),
    [registers, language, records],
  );
  const rows = useMemo(() => gridRows(form, formId, language), [form, formId, language]);
  const { names, foldedCount } = askedFields(open, showsOptional);
  const fields = names.flatMap((name) => {
    const field = form.fields[name];
    return field === undefined ? [] : [[name, field] as const];
  });
  const sections = form.sections.map((section) => ({
    section,
    title: sectionLabel(formId, section)?.[language] ?? section,
    questions: fields
      .filter(([, field]) => field.section === section)
      .map(([name, field]) => ({
        ...modelOf(name, field),
        options: optionsOf(name, field, open.session.status.context),
        rows: rows.get(name) ?? noRows,
      })),
  }));
  return { sections: sections.filter(({ questions }) => questions.length > 0), foldedCount };
}

type Model = Omit<QuestionModel, 'options' | 'rows'>;

function useModel(open: ShownForm, showsHints: boolean): (name: string, field: Field) => Model {
  const { setup, session, issues, left, attempts } = open;
  const { formId, form, registers, notes, context } = setup;
  const { content, status } = session;
  const { t } = useLingui();
  const { language } = usePreferences();
  const { ofFinding, ofIssue } = useIssueText(formId);
  const offersAt = useOffers(setup, status);

  function unitOf({ unit }: Field): string | undefined {
    const reader = { form, context: status.context, registers, language };
    const terms = unit && unitTerms(unit, reader);
    return terms && (terms.per === undefined ? terms.of : t`${terms.of} per ${terms.per}`);
  }
  function errorOf(name: string, findings: readonly Finding[]): string | undefined {
    const issue = issues.find((each) => each.field === name);
    // A warning stands there already, with the place to answer it.
    if (issue?.kind === 'no-reason' || issue?.kind === 'not-retyped') return undefined;
    if (issue) return ofIssue(issue);
    const stop = findings.find(({ severity, kind }) => severity === 'stop' && kind !== 'required');
    return stop && left.has(name) ? ofFinding(stop) : undefined;
  }
  return (name, field) => {
    const texts = fieldTexts(formId, name);
    const findings = status.findings.get(name) ?? [];
    const warning = findings.find(({ severity }) => severity === 'warn');
    return {
      name,
      field,
      label: texts?.[language] ?? name,
      hint: isPhotoAsked(field, context.recordId)
        ? t`This record is in the sample that is checked: please take a photo.`
        : showsHints
          ? texts?.hint?.[language]
          : undefined,
      // Where nobody is spoken to there is nothing to read aloud.
      statement:
        content.answers[name] === 'not_applicable'
          ? undefined
          : spokenStatement(formId, name)?.[language],
      value: field.kind === 'calculate' ? status.record[name] : content.answers[name],
      raw: content.raw[name],
      error: errorOf(name, findings),
      warning: warning && (left.has(name) || attempts > 0) ? ofFinding(warning) : undefined,
      answersWarning: warning && isRetyped(form, warning) ? 'retype' : 'reason',
      reason: content.reasons[name] ?? '',
      remark: content.remarks?.[name] ?? '',
      isCarried: content.carried.includes(name),
      unit: unitOf(field),
      notes: notes[name] ?? noNotes,
      told: setup.told?.[name],
      offers: left.has(name) || attempts > 0 ? (offersAt.get(name) ?? noOffers) : noOffers,
    };
  };
}

function gridRows(
  form: Form,
  formId: FormId,
  language: Language,
): ReadonlyMap<string, readonly ComboboxOption[]> {
  return new Map(
    Object.entries(form.fields).flatMap(([name, field]) => {
      if (field.kind !== 'grid') return [];
      const rows = field.rows.map((row) => ({
        value: row,
        label: gridRowLabel(formId, name, row)?.[language] ?? row,
      }));
      return [[name, rows] as const];
    }),
  );
}
