import { useLingui } from '@lingui/react/macro';
import { dataText } from '#shared/core/bidi.ts';
import { directionOf } from '#shared/core/language.ts';
import type { JSX, KeyboardEvent } from 'react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import type { Draft } from '#shared/records/draft.ts';
import { writeReach } from '#shared/rules/permissions.ts';
import { useLive } from '../../db/use-live.ts';
import { emptyContent } from '../../forms/form-content.ts';
import { itemNames, namesIn } from '../../forms/register-options.ts';
import type { Registers } from '../../forms/registers.ts';
import { itemName } from '../../forms/registers.ts';
import { useAutosave } from '../../forms/use-autosave.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { draftOf } from '../../services/part-content.ts';
import { useServices } from '../../services/use-services.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Inline, Stack } from '../../ui/stack.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { createNameWarnings } from './name-warnings.ts';
import { NameWarnings } from './name-warnings-view.tsx';
import type { NamedRegister } from './named-registers.ts';

interface NamesOfItemProps {
  readonly register: NamedRegister;
  readonly code: string;
  readonly registers: Registers;
  readonly draft: Draft | undefined;
}

/** Everything an item is called, and the names that people add to it. */
export function NamesOfItem({ register, code, registers, draft }: NamesOfItemProps): JSX.Element {
  const { t } = useLingui();
  const { store, ambient, identity } = useServices();
  const { language } = usePreferences();
  const record = `${register}/${code}` as RecordId;
  const form = formOf(register);
  const answers = registers.item(register, code) ?? {};
  const kept = textAnswer(answers['other_names']) ?? '';
  const begun = draft?.set['other_names'];
  const [text, setText] = useState(typeof begun === 'string' ? begun : kept);
  const [failure, setFailure] = useState<Failure>();
  const latest = useRef(text);
  const { autosave } = useAutosave();
  const view = useLive(() => store.records.find(record), [store, record]);
  const owner = view.status === 'ready' ? view.value?.owner : undefined;
  const reach = writeReach(identity.role, register);
  const mayWrite = reach === 'any' || (reach === 'own' && owner === identity.person);
  const warningsOf = useMemo(
    () => createNameWarnings(registers.items(register), code),
    [registers, register, code],
  );
  const { other_names: _typed, ...given } = answers;
  const typed = useDeferredValue(text);
  const warnings = useMemo(() => warningsOf(typed), [warningsOf, typed]);
  const known = [...new Set(itemNames({ answers: given }))];

  useEffect(
    () =>
      autosave.saveBy(() => {
        const content = { ...emptyContent, answers: { other_names: latest.current } };
        const subject = { record, form, visit: null, isChange: true };
        return store.drafts.save(draftOf(subject, content, ambient.nowMs()));
      }),
    [autosave, store, ambient, record, form],
  );
  function type(next: string): void {
    setText(next);
    latest.current = next;
    autosave.touch();
  }
  async function write(): Promise<void> {
    await autosave.stop();
    const names = namesIn(text).join('\n');
    const set = { other_names: names === '' ? null : names };
    const change = { record, kind: register, form: form.version, set, why: t`Other names` };
    const written = await store.records.write([change], [record]);
    autosave.resume();
    setFailure(written.ok ? undefined : written.error);
    if (written.ok)
      showToast({ tone: 'ok', text: t`The names are kept: it is found by each of them.` });
  }
  async function leave(): Promise<void> {
    await autosave.stop();
    await store.drafts.remove(record);
    setText(kept);
    latest.current = kept;
    autosave.resume();
  }
  function press(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (mayWrite) void write();
  }
  return (
    <Card title={<bdi>{itemName({ code, answers }, language)}</bdi>}>
      <Stack>
        <p>
          {t`In the list:`}{' '}
          <bdi>{known.map((name) => dataText(name, directionOf[language])).join(' · ')}</bdi>
        </p>
        <TextArea
          label={t`Other names, one a line`}
          hint={mayWrite ? undefined : t`Whoever keeps this list may add to it; you may read it.`}
          dir="auto"
          readOnly={!mayWrite}
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={press}
        />
        <NameWarnings warnings={warnings} />
        {failure && <FailureView failure={failure} />}
        {mayWrite && (
          <Inline>
            <Button kind="primary" onClick={() => void write()}>
              {t`Keep the names`}
              <KeyHint keys="Ctrl+Enter" />
            </Button>
            {text !== kept && (
              <Button kind="quiet" onClick={() => void leave()}>{t`Leave it`}</Button>
            )}
          </Inline>
        )}
      </Stack>
    </Card>
  );
}
