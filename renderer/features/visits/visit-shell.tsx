import { useLingui } from '@lingui/react/macro';
import type { JSX, ReactNode } from 'react';
import { useLayoutEffect } from 'react';
import { formTitle } from '#shared/forms/form-labels.ts';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import type { Registers } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { VisitPart } from '../../services/visit-parts.ts';
import { Badge } from '../../ui/badge.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useAddressQuery } from '../../ui/use-address-query.ts';
import { PartState } from './part-state.tsx';
import { useTabKeys } from './use-tab-keys.ts';
import { useVisitTitle } from './use-visit-title.ts';
import type { PartKind } from './visit-tabs.ts';
import { partKinds } from './visit-tabs.ts';

interface VisitShellProps {
  readonly visit: VisitPart;
  readonly registers: Registers;
  readonly tab: SurveyFormId;
  readonly counts: Readonly<Record<PartKind, number>>;
  readonly layout?: 'flow' | 'fill';
  /** The panel of the tab, given the way to another one. */
  readonly children: (select: (tab: SurveyFormId) => void) => ReactNode;
}

/** What stands around every tab of a visit: its name, and the way to its other tabs. */
export function VisitShell(props: VisitShellProps): JSX.Element {
  const { visit, registers, tab, counts, layout = 'flow', children } = props;
  const { t } = useLingui();
  const { language } = usePreferences();
  const format = useFormat();
  const query = useAddressQuery();
  const { title, day } = useVisitTitle(visit, registers);
  useTabKeyboard();
  function select(id: string): void {
    query.change({ tab: id === 'visit' ? undefined : id });
  }
  const tabs = [
    { id: 'visit', label: t`Visit header` },
    ...partKinds.map((kind) => ({
      id: kind,
      label: formTitle(kind)[language],
      mark: <Badge>{format.number(counts[kind])}</Badge>,
    })),
  ];
  useTabKeys(tabs, select);
  return (
    <Page
      title={title}
      windowTitle={t`Visit`}
      titleAside={<PartState part={visit} />}
      note={day}
      back={{ to: '/visits?', label: t`All visits` }}
      layout={layout}
    >
      <Tabs label={t`Parts of the visit`} tabs={tabs} selected={tab} onSelect={select}>
        {children(select)}
      </Tabs>
    </Page>
  );
}

// Whether the keyboard was on the tabs of the shell that went last.
let wasOnTab = false;

/** Tabs of a visit are read in different ways and stand in different shells; the keyboard stays on the tab it went to. */
function useTabKeyboard(): void {
  useLayoutEffect(() => {
    if (wasOnTab) document.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
    wasOnTab = false;
    return () => {
      wasOnTab = document.activeElement?.role === 'tab';
    };
  }, []);
}
