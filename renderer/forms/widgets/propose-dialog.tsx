import { useLingui } from '@lingui/react/macro';
import type { JSX, KeyboardEvent } from 'react';
import { useMemo, useState } from 'react';
import type { ComboboxIndex, ComboboxOption } from '../../ui/combobox-search.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FieldShell } from '../../ui/field-shell.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextInput } from '../../ui/text-field.tsx';
import { namesLike } from './names-like.ts';

interface ProposeDialogProps {
  /** The name as it was typed into the list. */
  readonly typed: string;
  readonly index: ComboboxIndex;
  readonly isBusy: boolean;
  readonly onTake: (option: ComboboxOption) => void;
  readonly onPropose: (name: string) => void;
  readonly onClose: () => void;
}

/** Before a name is added to a register: is it one of those that are there already, written otherwise? */
export function ProposeDialog(props: ProposeDialogProps): JSX.Element {
  const { typed, index, isBusy, onTake, onPropose, onClose } = props;
  const { t } = useLingui();
  const [name, setName] = useState(typed);
  const alike = useMemo(() => namesLike(index, name), [index, name]);
  const trimmed = name.trim();

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the dialog are not keys of the form around it
    <div onKeyDown={(event: KeyboardEvent) => event.stopPropagation()}>
      <Dialog
        title={t`Is it one of these?`}
        onClose={onClose}
        actions={
          <>
            <Button
              kind="primary"
              icon="add"
              busy={isBusy}
              disabled={trimmed === ''}
              onClick={() => onPropose(trimmed)}
            >
              {t`None of these: add “${trimmed}”`}
            </Button>
            <Button onClick={onClose}>{t`Back`}</Button>
          </>
        }
      >
        <Stack>
          {alike.length > 0 && (
            <RowList>
              {alike.map((option) => (
                <Row
                  key={option.value}
                  title={<bdi>{option.label}</bdi>}
                  note={option.note}
                  actions={
                    <Button size="small" onClick={() => onTake(option)}>
                      {t`It is this one`}
                    </Button>
                  }
                />
              ))}
            </RowList>
          )}
          <FieldShell label={t`New name, as it is written there`}>
            {(control) => (
              <TextInput
                {...control}
                dir="auto"
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
            )}
          </FieldShell>
        </Stack>
      </Dialog>
    </div>
  );
}
