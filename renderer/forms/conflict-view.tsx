import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { Json } from '#shared/core/json.ts';
import { parseStamp } from '#shared/core/stamp.ts';
import type { AnswerValue } from '#shared/forms/answers.ts';
import type { FormId } from '#shared/forms/definitions/catalogue.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import { choiceLabel, fieldTexts } from '#shared/forms/form-labels.ts';
import type { Path } from '#shared/records/entry.ts';
import type { Head, RecordState } from '#shared/records/fold.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { AnswerReader } from './answer-text.ts';
import { answerText } from './answer-text.ts';
import css from './conflict-view.module.css';
import { nameOfCode } from './registers.ts';

interface ConflictViewProps {
  readonly state: RecordState;
  readonly paths: readonly Path[];
  readonly reader: AnswerReader;
  /** Settles a path by one of its answers; absent for a person who may not. */
  readonly onSettle?: ((path: Path, value: Json) => void) | undefined;
}

/** Answers two people gave without knowing of each other, side by side. */
export function ConflictView({ state, paths, reader, onSettle }: ConflictViewProps): JSX.Element {
  const { t } = useLingui();
  const form = state.kind as FormId;
  return (
    <Notice
      tone="warn"
      title={t`Two people answered without knowing of each other. Both answers are kept until one is chosen; the later one counts meanwhile.`}
    >
      {paths.map((path) => (
        <div key={path} className={css['conflict']}>
          <p className={css['question']}>{fieldTexts(form, path)?.[reader.language] ?? path}</p>
          <div className={css['heads']}>
            {(state.paths[path]?.heads ?? []).map((head) => (
              <div key={head.stamp} className={css['head']}>
                <p className={css['value']}>{headText(form, path, head, reader) || t`(emptied)`}</p>
                <p className={css['author']}>
                  {nameOfCode(reader.registers, 'person', head.author, reader.language)}
                  {' · '}
                  {reader.format.dateTime(parseStamp(head.stamp)?.ms ?? 0)}
                </p>
                {onSettle && (
                  <Button size="small" onClick={() => onSettle(path, head.value)}>
                    {t`Keep this answer`}
                  </Button>
                )}
              </div>
            ))}
          </div>
        </div>
      ))}
    </Notice>
  );
}

function headText(form: FormId, path: Path, { value }: Head, reader: AnswerReader): string {
  const field = formOf(form).fields[path];
  if (path === 'review_status' && typeof value === 'string') {
    return choiceLabel('review_status', value)?.[reader.language] ?? value;
  }
  if (typeof value === 'boolean') {
    return choiceLabel('yes_no', value ? 'yes' : 'no')?.[reader.language] ?? '';
  }
  if (field === undefined || value === null) return typeof value === 'string' ? value : '';
  return answerText(form, path, field, value as AnswerValue, reader);
}
