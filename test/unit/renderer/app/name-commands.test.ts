import { expect, test } from 'vitest';
import type { RecordView } from '#shared/records/record.ts';
import { nameCommands } from '../../../../renderer/app/name-commands.ts';
import { createRegisters } from '../../../../renderer/forms/registers.ts';
import { createNameIndex } from '../../../../renderer/ui/name-index.ts';

function item(id: string, answers: Readonly<Record<string, string>>): RecordView {
  return { id, answers } as unknown as RecordView;
}

const registers = createRegisters({
  market: [item('market/herat', { name_fa: 'هرات', name_en: 'Herat' })],
  product: [item('product/rice', { name_fa: 'برنج', name_en: 'Rice', other_names: 'شلتوک' })],
  brand: [item('brand/ladan', { name_local: 'روغن لادن', name_en: 'Ladan' })],
  outlet: [item('outlet/7', { name_local: 'انبار شمارهٔ ۷' })],
});
const competitors = ['شرکت کابل', 'شركت كابل', 'Atlas & Sons'].map((importer_name, at) =>
  item(`competitor/${at}`, { importer_name }),
);

/** Where the best hit for a text leads. */
function leadsTo(typed: string): string | undefined {
  let address: string | undefined;
  const commands = nameCommands({
    registers,
    language: 'fa',
    competitors,
    navigate: (to) => {
      address = to;
    },
  });
  const index = createNameIndex(commands, ({ label, aliases }) => [label, ...aliases]);
  index.find(typed)[0]?.run();
  return address && decodeURIComponent(address.replaceAll('+', ' '));
}

test.each([
  ['هرات', '/visits?market=herat'],
  ['شلتوك', '/records?form=price&product=rice'],
  ['ladan', '/records?form=price&q=روغن لادن'],
  ['انبار شماره 7', '/records?form=visit&q=انبار شمارهٔ ۷'],
  ['شركت كابل', '/records?form=competitor&q=شرکت کابل'],
  ['atlas', '/records?form=competitor&q=Atlas & Sons'],
])('%s, in whatever spelling, leads to %s', (typed, address) => {
  expect(leadsTo(typed)).toBe(address);
});

test('an importer written in two spellings is offered once', () => {
  const commands = nameCommands({ registers, language: 'fa', competitors, navigate: () => {} });
  expect(commands.filter(({ group }) => group === 'importer')).toHaveLength(2);
});
