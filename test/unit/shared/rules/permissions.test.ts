import { expect, test } from 'vitest';
import { formIds, surveyFormIds } from '#shared/forms/definitions/catalogue.ts';
import type { Role } from '#shared/records/role.ts';
import {
  openRegisters,
  readReach,
  readsEverything,
  writeReach,
} from '#shared/rules/permissions.ts';

const registersOfTheOffice = [
  'admin_area',
  'market',
  'product',
  'unit',
  'currency',
  'crossing',
  'origin',
  'person',
  'reference_price',
] as const;

test.each<readonly [Role, readonly string[], readonly string[]]>([
  [
    'surveyor',
    [
      'visit',
      'price',
      'demand',
      'competitor',
      'comment',
      'brand',
      'outlet',
      'exchange_rate',
      'unit_factor',
    ],
    [],
  ],
  [
    'supervisor',
    ['comment'],
    [
      'visit',
      'price',
      'demand',
      'competitor',
      'brand',
      'outlet',
      'round',
      'assignment',
      'exchange_rate',
      'unit_factor',
    ],
  ],
  ['secretariat', [], formIds],
])('a %s writes own records of %j and any of %j, and nothing else', (role, own, any) => {
  for (const kind of formIds) {
    const expected = any.includes(kind) ? 'any' : own.includes(kind) ? 'own' : 'none';
    expect([kind, writeReach(role, kind)]).toEqual([kind, expected]);
  }
});

test('a surveyor reads every register and, of the rest, only what is their own', () => {
  for (const kind of [...surveyFormIds, 'comment']) expect(readReach('surveyor', kind)).toBe('own');
  expect(openRegisters('surveyor')).toEqual(
    expect.arrayContaining([
      ...registersOfTheOffice,
      'brand',
      'outlet',
      'round',
      'assignment',
      'exchange_rate',
      'unit_factor',
    ]),
  );
  expect(openRegisters('surveyor')).not.toContain('visit');
  expect(readsEverything('surveyor')).toBe(false);
});

test('supervisor and secretariat read everything of the project', () => {
  expect(readsEverything('supervisor')).toBe(true);
  expect(readsEverything('secretariat')).toBe(true);
});

test('a kind nobody knows is nobody’s to write but the secretariat’s', () => {
  expect(writeReach('surveyor', 'secret')).toBe('none');
  expect(writeReach('supervisor', 'secret')).toBe('none');
});
