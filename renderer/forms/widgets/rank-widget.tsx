import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { Combobox } from '../../ui/combobox.tsx';
import { FieldShell } from '../../ui/field-shell.tsx';
import { RankedList } from './ranked-list.tsx';
import { codesAnswer } from './read-answer.ts';
import type { WidgetProps } from './widget-props.ts';
import css from './widgets.module.css';

/** Distinct choices in order: each one picked becomes the next in rank. */
export function RankWidget(props: WidgetProps<'rank'>): JSX.Element {
  const { field, value, raw, frame, options, onAnswer } = props;
  const { t } = useLingui();
  const ranked = codesAnswer(value);
  const max = (field.constraints ?? []).flatMap((constraint) =>
    constraint.rule === 'count' && constraint.max !== undefined ? [constraint.max] : [],
  )[0];
  const left = options.filter((option) => !ranked.includes(option.value));
  const isFull = max !== undefined && ranked.length >= max;

  function answer(codes: readonly string[], text?: string): void {
    onAnswer(codes.length === 0 ? undefined : codes, text);
  }
  return (
    <FieldShell {...frame}>
      {(control) => (
        <div className={css['rank']}>
          <RankedList
            items={ranked.map((code) => ({
              value: code,
              label: options.find((option) => option.value === code)?.label ?? code,
            }))}
            onOrder={(codes) => answer(codes)}
          />
          {isFull ? (
            // The control of the question must not vanish with the last choice, or the keyboard would lose its place.
            <input {...control} readOnly className={css['full']} value={t`All places are taken.`} />
          ) : (
            <Combobox
              control={control}
              options={left}
              value={null}
              onChange={(code) => code !== null && answer([...ranked, code])}
              initialText={raw}
              onText={(text) => answer(ranked, text === '' ? undefined : (text ?? undefined))}
              placeholder={
                ranked.length === 0 ? t`Most important first …` : t`The next one in order …`
              }
            />
          )}
        </div>
      )}
    </FieldShell>
  );
}
