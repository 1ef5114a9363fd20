import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { isOpenFor } from '#shared/forms/hidden-answers.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import { formTitle } from '#shared/forms/form-labels.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useAddressQuery } from '../../ui/use-address-query.ts';
import { HeaderTab } from './header-tab.tsx';
import { PartState } from './part-state.tsx';
import { PartsTab } from './parts-tab.tsx';
import type { VisitData } from './use-visit-data.ts';
import { useShortcut } from './use-shortcut.ts';
import { useVisitTitle } from './use-visit-title.ts';
import { partKinds, tabOf } from './visit-tabs.ts';

export function VisitView({ data }: { readonly data: VisitData }): JSX.Element {
  const { t } = useLingui();
  const { language } = usePreferences();
  const format = useFormat();
  const query = useAddressQuery();
  const { whole, registers, today } = data;
  const { visit, parts } = whole;
  const { title, day } = useVisitTitle(visit, registers);
  const tab = tabOf(query.get('tab'));
  function select(id: string): void {
    query.change({ tab: id === 'visit' ? undefined : id });
  }
  useShortcut({ code: 'Digit1', run: () => select('visit'), needsAlt: true });
  useShortcut({ code: 'Digit2', run: () => select('price'), needsAlt: true });
  useShortcut({ code: 'Digit3', run: () => select('demand'), needsAlt: true });
  useShortcut({ code: 'Digit4', run: () => select('competitor'), needsAlt: true });

  const context = {
    siblings: [],
    item: registers.item,
    today,
    flags: [],
    references: {},
    insideAdmin1: () => undefined,
  };
  const tabs = [
    { id: 'visit', label: t`Visit header` },
    ...partKinds.map((kind) => ({
      id: kind,
      label: formTitle(kind)[language],
      mark: <Badge>{format.number(parts.filter((part) => part.kind === kind).length)}</Badge>,
    })),
  ];
  return (
    <Page
      title={title}
      titleAside={<PartState part={visit} />}
      note={day}
      back={{ to: '/visits?', label: t`All visits` }}
    >
      <Tabs label={t`Parts of the visit`} tabs={tabs} selected={tab} onSelect={select}>
        {tab === 'visit' ? (
          <HeaderTab data={data} onPrices={() => select('price')} />
        ) : (
          <PartsTab
            key={tab}
            kind={tab}
            whole={whole}
            registers={registers}
            isOpen={isOpenFor(formOf(tab), visit.answers, context)}
          />
        )}
      </Tabs>
    </Page>
  );
}
