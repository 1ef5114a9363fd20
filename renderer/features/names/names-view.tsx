import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { RecordId } from '#shared/core/ids.ts';
import { formTitle } from '#shared/forms/form-labels.ts';
import type { Draft } from '#shared/records/draft.ts';
import { registerOptions } from '../../forms/register-options.ts';
import type { Registers } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { Card } from '../../ui/card.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { FieldShell } from '../../ui/field-shell.tsx';
import { Stack } from '../../ui/stack.tsx';
import { NamesOfItem } from './names-of-item.tsx';
import type { NamedRegister } from './named-registers.ts';
import { namedRegisters, placeOfDraft } from './named-registers.ts';

interface NamesViewProps {
  readonly registers: Registers;
  readonly drafts: readonly Draft[];
}

export function NamesView({ registers, drafts }: NamesViewProps): JSX.Element {
  const { t } = useLingui();
  const { language } = usePreferences();
  const [begun] = useState(() => placeOfDraft(drafts));
  const [register, setRegister] = useState<NamedRegister>(begun?.register ?? 'product');
  const [code, setCode] = useState<string | null>(begun?.code ?? null);
  const options = registerOptions(registers, register, language).map(({ option }) => option);
  return (
    <Stack>
      <Card title={t`Which one?`}>
        <Stack>
          <RadioGroup
            label={t`List`}
            look="segments"
            choices={namedRegisters.map((name) => ({
              value: name,
              label: formTitle(name)[language],
            }))}
            value={register}
            onChange={(next) => {
              setRegister(next);
              setCode(null);
            }}
          />
          <FieldShell label={formTitle(register)[language]}>
            {(control) => (
              <Combobox
                key={register}
                control={control}
                options={options}
                value={code}
                onChange={setCode}
                placeholder={t`Type to search …`}
              />
            )}
          </FieldShell>
        </Stack>
      </Card>
      {code !== null && (
        <NamesOfItem
          key={`${register}/${code}`}
          register={register}
          code={code}
          registers={registers}
          draft={drafts.find(({ record }) => record === (`${register}/${code}` as RecordId))}
        />
      )}
    </Stack>
  );
}
