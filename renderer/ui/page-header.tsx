import type { JSX, ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon } from './icons.tsx';
import { joinClasses } from './join-classes.ts';
import css from './page-header.module.css';
import { useWindowTitle } from './use-window-title.ts';

interface PageHeaderProps {
  readonly title: string;
  /** What the window is called where the title says what a person wrote: browsers keep the names of windows. */
  readonly windowTitle?: string | undefined;
  /** What stands beside the title, such as a badge. */
  readonly titleAside?: ReactNode;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string } | undefined;
  /** In one line where the window is wide enough: for pages whose height belongs to their content. */
  readonly isLow?: boolean | undefined;
}

/** The head of a page: its one h1, which also names the window where nobody wrote it. */
export function PageHeader({
  title,
  windowTitle = title,
  titleAside,
  note,
  actions,
  back,
  isLow = false,
}: PageHeaderProps): JSX.Element {
  useWindowTitle(windowTitle);
  return (
    <header className={css['header']}>
      <div className={joinClasses(css['words'], isLow && css['low'])}>
        {back && (
          <Link href={back.to} className={css['back']}>
            <Icon name="arrow-back" />
            {back.label}
          </Link>
        )}
        <div className={css['titleLine']}>
          <h1 tabIndex={-1}>{title}</h1>
          {titleAside}
        </div>
        {note !== undefined && <p className={css['note']}>{note}</p>}
      </div>
      {actions !== undefined && <div className={css['actions']}>{actions}</div>}
    </header>
  );
}
