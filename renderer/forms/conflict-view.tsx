import { useLingui } from '@lingui/react/macro';
import type { JSX, ReactNode } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { withoutIsolates } from '#shared/core/bidi.ts';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { parseStamp } from '#shared/core/stamp.ts';
import type { AnswerValue } from '#shared/forms/answers.ts';
import type { FormId } from '#shared/forms/definitions/catalogue.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import { choiceLabel, fieldTexts } from '#shared/forms/form-labels.ts';
import type { Path } from '#shared/records/entry.ts';
import type { Head, RecordState } from '#shared/records/fold.ts';
import { useFailureText } from '../i18n/use-failure-text.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { showToast } from '../ui/toasts.tsx';
import type { AnswerReader } from './answer-text.ts';
import { answerText } from './answer-text.ts';
import css from './conflict-view.module.css';
import { nameOfCode } from './registers.ts';

interface ConflictViewProps {
  readonly state: RecordState;
  readonly paths: readonly Path[];
  readonly reader: AnswerReader;
  /** Whether the person may choose one of the answers of a path. */
  readonly maySettle?: ((path: Path) => boolean) | undefined;
  /** Settles a path by one of its answers, with the reason and the others as a remark where they are to be kept. */
  readonly onSettle?:
    | ((
        path: Path,
        head: Head,
        words: { readonly why: string; readonly others: string | undefined },
      ) => Promise<Result<unknown, Failure>>)
    | undefined;
  readonly children?: ReactNode;
}

/** Answers two people gave without knowing of each other, side by side. */
export function ConflictView(props: ConflictViewProps): JSX.Element {
  const { state, paths, reader, maySettle = () => true, onSettle, children } = props;
  const { t } = useLingui();
  const failureText = useFailureText();
  const form = state.kind as FormId;
  function authorOf({ author, stamp }: Head): string {
    const name = nameOfCode(reader.registers, 'person', author, reader.language);
    return `${name} · ${reader.format.dateTime(parseStamp(stamp)?.ms ?? 0)}`;
  }
  /** The other answers with who gave them and when, as the remark that keeps them. */
  function othersThan(kept: Head, path: Path): string {
    return (state.paths[path]?.heads ?? [])
      .filter((head) => head !== kept)
      .map((head) => `${headText(form, path, head, reader) || t`(emptied)`} (${authorOf(head)})`)
      .map(withoutIsolates)
      .join('\n');
  }
  async function settle(path: Path, head: Head, others?: string): Promise<void> {
    const settled = await onSettle?.(path, head, {
      why: t`One of two answers was chosen.`,
      others,
    });
    if (settled?.ok) showToast({ tone: 'ok', text: t`The answer is settled` });
    else if (settled) showToast({ tone: 'error', text: failureText(settled.error).what });
  }
  return (
    <Notice
      tone="warn"
      title={t`Two people answered without knowing of each other. Both answers are kept until one is chosen; the later one counts meanwhile.`}
    >
      {paths.map((path) => (
        <Conflict key={path}>
          <p className={css['question']}>{fieldTexts(form, path)?.[reader.language] ?? path}</p>
          <div className={css['heads']}>
            {(state.paths[path]?.heads ?? []).map((head) => (
              <div key={head.stamp} className={css['head']}>
                <p className={css['value']}>{headText(form, path, head, reader) || t`(emptied)`}</p>
                <p className={css['author']}>{authorOf(head)}</p>
                {onSettle && maySettle(path) && (
                  <Button size="small" onClick={() => void settle(path, head)}>
                    {t`Keep this answer`}
                  </Button>
                )}
                {onSettle && maySettle(path) && formOf(form).fields[path] && (
                  <Button
                    size="small"
                    kind="quiet"
                    onClick={() => void settle(path, head, othersThan(head, path))}
                  >
                    {t`Keep this, and the other as a remark`}
                  </Button>
                )}
              </div>
            ))}
          </div>
        </Conflict>
      ))}
      {children}
    </Notice>
  );
}

/** One question with its answers; where it goes because one was chosen, the keyboard goes on to the next, or to the head of the page. */
function Conflict({ children }: { readonly children: ReactNode }): JSX.Element {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const conflict = ref.current;
    return () => {
      if (!conflict?.contains(document.activeElement)) return;
      const next =
        conflict.nextElementSibling?.querySelector('button') ??
        document.querySelector<HTMLElement>('main h1');
      next?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div ref={ref} className={css['conflict']}>
      {children}
    </div>
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
