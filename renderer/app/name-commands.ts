import { searchKey } from '#shared/core/search-key.ts';
import type { Language } from '#shared/core/language.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { RecordView } from '#shared/records/record.ts';
import { registerOptions } from '../forms/register-options.ts';
import type { Registers } from '../forms/registers.ts';
import { plainItemName } from '../forms/registers.ts';
import type { Command } from './palette-commands.ts';

interface Named {
  readonly registers: Registers;
  readonly language: Language;
  /** Competitor records: importers are in no register, but in what was recorded of them. */
  readonly competitors: readonly RecordView[];
  readonly navigate: (to: string) => void;
}

/** Everything that has a name: markets lead to their visits; products, brands, outlets and importers to their records. */
export function nameCommands(named: Named): readonly Command[] {
  const { registers, language, navigate } = named;
  function ofRegister(
    group: 'market' | 'product' | 'brand' | 'outlet',
    addressOf: (code: string, name: string) => string,
  ): readonly Command[] {
    return registerOptions(registers, group, language).map(({ item, option }) => ({
      id: `${group} ${option.value}`,
      group,
      label: option.label,
      note: option.note,
      aliases: option.aliases ?? [],
      run: () => navigate(addressOf(option.value, plainItemName(item, language))),
    }));
  }
  return [
    ...ofRegister('market', (code) => `/visits?${new URLSearchParams({ market: code })}`),
    ...ofRegister('product', (code) => recordsOf({ form: 'price', product: code })),
    ...ofRegister('brand', (_, q) => recordsOf({ form: 'price', q })),
    ...ofRegister('outlet', (_, q) => recordsOf({ form: 'visit', q })),
    ...importerCommands(named),
  ];
}

function importerCommands({ competitors, navigate }: Named): readonly Command[] {
  const names = new Map<string, string>();
  for (const { answers } of competitors) {
    const name = textAnswer((answers as Answers)['importer_name'])?.trim() ?? '';
    const key = searchKey(name);
    if (key !== '' && !names.has(key)) names.set(key, name);
  }
  return [...names].map(([key, name]) => ({
    id: `importer ${key}`,
    group: 'importer',
    label: name,
    aliases: [],
    run: () => navigate(recordsOf({ form: 'competitor', q: name })),
  }));
}

function recordsOf(query: Readonly<Record<string, string>>): string {
  return `/records?${new URLSearchParams(query)}`;
}
