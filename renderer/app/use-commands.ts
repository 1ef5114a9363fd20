import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { languages } from '#shared/core/language.ts';
import { languageNames } from '../i18n/language-names.ts';
import { choosePreferences, switchLanguage, usePreferences } from '../i18n/preference-store.ts';
import type { Theme } from '../i18n/preferences.ts';
import { themes } from '../i18n/preferences.ts';
import { useServices } from '../services/use-services.ts';
import { useStartVisit } from '../services/use-start-visit.ts';
import { navigationOf } from './navigation.ts';
import type { Command, CommandGroup } from './palette-commands.ts';
import { useRecordCommands } from './use-record-commands.ts';

interface Commands {
  readonly commands: readonly Command[];
  readonly groupNames: Readonly<Record<CommandGroup, string>>;
}

/** All that the palette offers, what is needed most often first. */
export function useCommands(onSheet: () => void): Commands {
  const { t } = useLingui();
  const records = useRecordCommands();
  const screens = useScreenCommands();
  const display = useDisplayCommands();
  const actions = useActionCommands(onSheet);
  const commands = useMemo(
    () => [...actions, ...screens, ...records, ...display],
    [actions, screens, records, display],
  );
  return {
    commands,
    groupNames: {
      screen: t`screen`,
      action: t`command`,
      visit: t`visit`,
      record: t`record`,
      market: t`market`,
      product: t`product`,
      brand: t`brand`,
      outlet: t`outlet`,
      importer: t`importer`,
      display: t`display`,
    },
  };
}

function useActionCommands(onSheet: () => void): readonly Command[] {
  const { t } = useLingui();
  const { sync, vault } = useServices();
  const { start } = useStartVisit();
  const [, navigate] = useLocation();
  return [
    { id: 'new-visit', group: 'action', label: t`New visit`, aliases: [], run: () => start() },
    {
      id: 'send',
      group: 'action',
      label: t`Send and receive now`,
      aliases: ['sync'],
      run: () => void sync.syncNow(),
    },
    {
      id: 'lock',
      group: 'action',
      label: t`Lock now`,
      aliases: ['lock', 'vault'],
      keys: 'Ctrl+Shift+L',
      run: () => void vault.lock(),
    },
    {
      id: 'seal',
      group: 'action',
      label: t`Seal for travel`,
      aliases: ['seal', 'border', 'vault'],
      run: () => navigate('/seal'),
    },
    {
      id: 'shortcuts',
      group: 'action',
      label: t`Shortcuts`,
      aliases: ['keyboard', 'help'],
      keys: '?',
      run: onSheet,
    },
  ];
}

function useScreenCommands(): readonly Command[] {
  const { i18n } = useLingui();
  const { identity } = useServices();
  const [, navigate] = useLocation();
  return navigationOf[identity.role].map(({ to, label }) => ({
    id: `screen ${to}`,
    group: 'screen',
    label: i18n._(label),
    aliases: [to.slice(1)],
    run: () => navigate(to),
  }));
}

function useDisplayCommands(): readonly Command[] {
  const { t } = useLingui();
  const { language, otherLanguage } = usePreferences();
  const themeNames: Readonly<Record<Theme, string>> = {
    system: t`Theme: as the system`,
    light: t`Theme: light`,
    dark: t`Theme: dark`,
    sun: t`Theme: sunlight (high contrast)`,
  };
  return [
    ...languages
      .filter((each) => each !== language)
      .map((each): Command => {
        const name = languageNames[each];
        return {
          id: `language ${each}`,
          group: 'display',
          label: t`The screen in ${name}`,
          aliases: [each, 'language'],
          keys: each === otherLanguage ? 'F9' : undefined,
          run: () => void switchLanguage(each),
        };
      }),
    ...themes.map((theme): Command => ({
      id: `theme ${theme}`,
      group: 'display',
      label: themeNames[theme],
      aliases: [theme],
      run: () => void choosePreferences({ theme }),
    })),
  ];
}
