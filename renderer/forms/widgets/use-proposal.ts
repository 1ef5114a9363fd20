import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { isProposable } from '#shared/forms/proposals.ts';
import type { FieldOfKind } from '#shared/forms/field.ts';
import { useFailureText } from '../../i18n/use-failure-text.ts';
import type { ComboboxIndex, ComboboxOption } from '../../ui/combobox-search.ts';
import { indexOptions } from '../../ui/combobox-search.ts';
import { showToast } from '../../ui/toasts.tsx';
import type { ComboboxExtra } from '../../ui/shown-items.ts';
import { useFormAid } from '../form-aid.ts';
import { namesLike } from './names-like.ts';

interface Asked {
  readonly typed: string;
  readonly index: ComboboxIndex;
}

interface Proposal {
  /** The act at the end of the list; none where the person may not add to it. */
  readonly extras: ((typed: string) => readonly ComboboxExtra[]) | undefined;
  /** Begins: adds a name that is like no other, asks about any other. */
  readonly begin: (typed: string) => void;
  /** The question that is open. */
  readonly asked: Asked | undefined;
  readonly isBusy: boolean;
  readonly propose: (name: string) => void;
  /** Answers with an item that is there already. */
  readonly take: (code: string) => void;
  readonly close: () => void;
}

/** How a name that is not in its register gets there, from within the question that asks for it. */
export function useProposal(
  { choices }: FieldOfKind<'select_one'>,
  options: readonly ComboboxOption[],
  onCode: (code: string) => void,
  onNext: () => void,
): Proposal {
  const { t } = useLingui();
  const failureText = useFailureText();
  const { propose: add } = useFormAid();
  const [asked, setAsked] = useState<Asked>();
  const [isBusy, setIsBusy] = useState(false);
  // Who has gone to another question meanwhile is left there.
  const begunAt = useRef<HTMLElement>(null);
  const register =
    'register' in choices && isProposable(choices.register) ? choices.register : undefined;
  const isOffered = register !== undefined && add !== undefined;

  function close(): void {
    setAsked(undefined);
  }
  function answer(code: string): void {
    // The dialog must be gone before the next question is looked for.
    flushSync(() => {
      close();
      onCode(code);
    });
    // A dialog that is taken away does not give the keyboard back.
    if (asked) begunAt.current?.focus();
    if (document.activeElement === begunAt.current) onNext();
  }
  async function propose(name: string): Promise<void> {
    if (register === undefined || add === undefined) return;
    setIsBusy(true);
    const added = await add(register, name);
    setIsBusy(false);
    if (added.ok) {
      answer(added.value);
      showToast({ tone: 'ok', text: t`“${name}” was added. The office will confirm it.` });
    } else {
      showToast({ tone: 'error', text: failureText(added.error).what });
    }
  }
  return {
    extras: isOffered
      ? (typed) =>
          typed.trim() === ''
            ? []
            : [{ value: 'propose', label: t`Add “${typed.trim()}” to the list` }]
      : undefined,
    begin: (typed) => {
      const at = document.activeElement;
      begunAt.current = at instanceof HTMLElement ? at : null;
      const index = indexOptions(options);
      if (namesLike(index, typed).length === 0) void propose(typed.trim());
      else setAsked({ typed: typed.trim(), index });
    },
    asked,
    isBusy,
    propose: (name) => void propose(name),
    take: answer,
    close,
  };
}
