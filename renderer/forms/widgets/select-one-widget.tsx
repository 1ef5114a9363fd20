import { useLingui } from '@lingui/react/macro';
import type { JSX, KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { textAnswer } from '#shared/forms/answers.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { FieldShell } from '../../ui/field-shell.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { digitOf } from './digit-key.ts';
import { NumberedLabel } from './numbered-label.tsx';
import { ProposeDialog } from './propose-dialog.tsx';
import { useProposal } from './use-proposal.ts';
import type { WidgetProps } from './widget-props.ts';

/** More than this many choices are found by typing instead of being read through. */
const MAX_RADIOS = 7;

/** One choice: a short fixed list lies open, answered with a digit; any other is searched. */
export function SelectOneWidget(props: WidgetProps<'select_one'>): JSX.Element {
  const isShort = 'codelist' in props.field.choices && props.options.length <= MAX_RADIOS;
  return isShort ? <ShortChoice {...props} /> : <SearchedChoice {...props} />;
}

function ShortChoice(props: WidgetProps<'select_one'>): JSX.Element {
  const { value, frame, options, onAnswer, onNext } = props;
  function answerByKey(event: KeyboardEvent): void {
    const option = options[(digitOf(event) ?? 0) - 1];
    const clears = event.key === 'Delete' || event.key === 'Backspace';
    if (option === undefined && !clears) return;
    event.preventDefault();
    // What the answer shows or hides must be on the screen before the next question is looked for.
    flushSync(() => onAnswer(option?.value));
    if (option) onNext();
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the radio buttons inside take the keys
    <div onKeyDown={answerByKey}>
      <RadioGroup
        {...frame}
        look="row"
        value={textAnswer(value) ?? null}
        onChange={onAnswer}
        choices={options.map(({ value: code, label }, index) => ({
          value: code,
          label: <NumberedLabel digit={index + 1}>{label}</NumberedLabel>,
        }))}
      />
    </div>
  );
}

function SearchedChoice(props: WidgetProps<'select_one'>): JSX.Element {
  const { field, value, raw, frame, options, onAnswer, onNext } = props;
  const { t } = useLingui();
  const answer = textAnswer(value);
  const proposal = useProposal(field, options, onAnswer, onNext);
  return (
    <>
      <FieldShell {...frame}>
        {(control) => (
          <Combobox
            control={control}
            options={options}
            value={answer ?? null}
            onChange={(code) => onAnswer(code ?? undefined, code === null ? raw : undefined)}
            initialText={raw}
            onText={(text) => onAnswer(text === '' ? undefined : answer, text ?? undefined)}
            placeholder={t`Type to search …`}
            extras={proposal.extras}
            onExtra={(_extra, typed) => proposal.begin(typed)}
          />
        )}
      </FieldShell>
      {proposal.asked && (
        <ProposeDialog
          {...proposal.asked}
          isBusy={proposal.isBusy}
          onTake={({ value: code }) => proposal.take(code)}
          onPropose={proposal.propose}
          onClose={proposal.close}
        />
      )}
    </>
  );
}
