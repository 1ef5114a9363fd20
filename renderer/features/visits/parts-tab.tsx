import type { JSX } from 'react';
import { useLocation } from 'wouter';
import { formTitle } from '#shared/forms/form-labels.ts';
import type { Registers } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { isOfOthers } from '../../services/record-change.ts';
import { useServices } from '../../services/use-services.ts';
import type { WholeVisit } from '../../services/visit-parts.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Inline, Stack } from '../../ui/stack.tsx';
import { ClosedNotice } from './closed-notice.tsx';
import { OthersNotice } from './others-notice.tsx';
import { PartList } from './part-list.tsx';
import { useNewPartTexts } from './use-new-part-texts.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';
import type { PartKind } from './visit-tabs.ts';

interface PartsTabProps {
  readonly kind: PartKind;
  readonly whole: WholeVisit;
  readonly registers: Registers;
  /** Whether records of this kind may be added: without consent they may not. */
  readonly isOpen: boolean;
}

/** The records of one kind of a visit, and the way to the next one. */
export function PartsTab({ kind, whole, registers, isOpen }: PartsTabProps): JSX.Element {
  const { language } = usePreferences();
  const { ambient, identity } = useServices();
  const [, navigate] = useLocation();
  const { add, emptyTitle, emptyAdvice } = useNewPartTexts(kind);
  const { visit, parts } = whole;
  const own = parts.filter((part) => part.kind === kind);
  const isOthers = isOfOthers(visit.record, identity);
  const mayAdd = isOpen && !isOthers;
  function addNew(): void {
    if (mayAdd) navigate(`/visits/${visit.id}/${kind}/${ambient.newRecordId()}`);
  }
  useShortcut({ code: 'KeyN', run: addNew, label: mayAdd ? add : '' });
  const button = mayAdd && (
    <Button kind="primary" icon="add" onClick={addNew}>
      {add}
      <KeyHint keys="Alt+N" />
    </Button>
  );
  return (
    <Stack>
      {isOthers && <OthersNotice />}
      {!isOpen && <ClosedNotice />}
      {own.length > 0 && <Inline>{button}</Inline>}
      {own.length > 0 ? (
        <Card>
          <PartList
            label={formTitle(kind)[language]}
            visit={visit.id}
            parts={own}
            registers={registers}
          />
        </Card>
      ) : (
        mayAdd && (
          <EmptyState icon="table" title={emptyTitle} action={button}>
            {emptyAdvice}
          </EmptyState>
        )
      )}
    </Stack>
  );
}
