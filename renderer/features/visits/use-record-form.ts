import { useCallback, useMemo } from 'react';
import { toInstant } from '#shared/core/instant.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { writeReach } from '#shared/rules/permissions.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { FormAid } from '../../forms/form-aid.ts';
import type { FormContent } from '../../forms/form-content.ts';
import type { FieldNote } from '../../forms/question-model.ts';
import type { OpenForm } from '../../forms/use-open-form.ts';
import { useOpenForm } from '../../forms/use-open-form.ts';
import { useServices } from '../../services/use-services.ts';
import type { ComboboxOption } from '../../ui/combobox-search.ts';
import { proposeItem } from '../../services/propose-item.ts';
import { knownNames } from './known-names.ts';
import { draftOf } from '../../services/part-content.ts';
import type { VisitReferences } from './past-records.ts';
import { earlierSpecs, referencesOf } from './past-records.ts';
import { photoAccess, roundKeepsOriginals } from '../../services/photo-access.ts';
import type { RecordSubject } from './record-subject.ts';
import { contextOf } from './record-subject.ts';
import { useWithdrawnConsent } from './use-withdrawn-consent.ts';

interface RecordForm {
  readonly open: OpenForm;
  readonly aid: FormAid;
  readonly references: VisitReferences;
}

interface Start {
  readonly initial: FormContent;
  /** Prices of the visit, for a competitor to point to. */
  readonly records: readonly ComboboxOption[];
  readonly notes: Readonly<Record<string, readonly FieldNote[]>>;
}

/** The form of a visit or of one of its records, kept as a draft while it is typed. */
export function useRecordForm(subject: RecordSubject, start: Start): RecordForm {
  const { store, ambient, identity } = useServices();
  const { language } = usePreferences();
  const format = useFormat();
  const { id, kind, form, part, whole, registers, past, today } = subject;
  const visitId = kind === 'visit' ? null : whole.visit.id;
  const isChange = part?.record !== undefined;
  const country = textAnswer(whole.visit.answers['country']) ?? '';
  const visit = whole.visit.answers;

  const references = useMemo(
    () => referencesOf(past, registers, { country, record: id, visit, today }),
    [past, registers, country, id, visit, today],
  );
  const context = useMemo(() => contextOf(subject, references), [subject, references]);
  const onSave = useCallback(
    (content: FormContent) =>
      store.drafts.save(
        draftOf({ record: id, form, visit: visitId, isChange }, content, ambient.nowMs()),
      ),
    [store, ambient, id, form, visitId, isChange],
  );
  const open = useOpenForm({
    formId: kind,
    form,
    context,
    registers,
    onSave,
    initial: start.initial,
    records: start.records,
    notes: start.notes,
    isReopened: part !== undefined,
    folds: kind === 'price',
    captureAtFinish: kind === 'visit' && !isChange ? endOfVisit : undefined,
  });

  function endOfVisit() {
    const nowMs = ambient.nowMs();
    return { ended_at: toInstant(nowMs, ambient.offsetMinutes(nowMs)) };
  }
  const { answers } = open.session.content;
  const product = textAnswer(answers['product_id']);
  const header = kind === 'visit' ? answers : whole.visit.answers;
  const [market, marketOther] = ['market_id', 'market_other'].map((name) =>
    textAnswer(header[name]),
  );
  const known = useMemo(
    () =>
      knownNames(
        { past, registers, language, date: format.date },
        { visit: whole.visit.id, market, marketOther },
      ),
    [past, registers, language, format, whole.visit.id, market, marketOther],
  );
  const { current } = open.session;
  const mayPropose = writeReach(identity.role, 'brand') !== 'none';
  const aid = useMemo((): FormAid => {
    function ofVisit(): Answers {
      return kind === 'visit' ? current().answers : visit;
    }
    return {
      suggestions: () => earlierSpecs(past, kind, product),
      knownNames: known,
      propose: mayPropose
        ? (register, name) => proposeItem({ store, ambient }, register, name, current().answers)
        : undefined,
      photos: photoAccess({ store, ambient }, id, {
        mayKeepPlace: () => ofVisit()['consent'] === 'yes',
        keepsOriginals: () => roundKeepsOriginals(registers, ofVisit()),
      }),
    };
  }, [past, kind, product, known, mayPropose, current, store, ambient, id, visit, registers]);
  const told = useWithdrawnConsent(kind === 'visit' ? part?.record : undefined, answers);
  return { open: { ...open, setup: { ...open.setup, told } }, aid, references };
}
