import type { ComponentProps, JSX, ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';
import { PageHeader } from './page-header.tsx';
import css from './page.module.css';

interface PageProps extends ComponentProps<typeof PageHeader> {
  readonly children: ReactNode;
  /** `flow`: as high as its content, the page scrolls. `fill`: as high as the window, its parts scroll (tables, queues). */
  readonly layout?: 'flow' | 'fill' | undefined;
}

/** A screen: its header and what is below it, in the shell's main area. */
export function Page({ children, layout = 'flow', ...header }: PageProps): JSX.Element {
  return (
    <div className={joinClasses(css['page'], css[layout])}>
      <PageHeader {...header} isLow={layout === 'fill'} />
      <div className={css['body']}>{children}</div>
    </div>
  );
}
