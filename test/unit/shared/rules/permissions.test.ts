import { expect, test } from 'vitest';
import { formIds, isSurveyFormId, surveyFormIds } from '#shared/forms/definitions/catalogue.ts';
import type { Role } from '#shared/records/role.ts';
import {
  openRegisters,
  readReach,
  readsOthers,
  spansProject,
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
])(
  'a %s writes own records of %j and others’ of %j, of a survey those of the team, and nothing else',
  (role, own, others) => {
    for (const kind of formIds) {
      const reach = role === 'supervisor' && isSurveyFormId(kind) ? 'team' : 'any';
      const expected = others.includes(kind) ? reach : own.includes(kind) ? 'own' : 'none';
      expect([kind, writeReach(role, kind)]).toEqual([kind, expected]);
    }
  },
);

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
  expect(readsOthers('surveyor')).toBe(false);
});

test('a supervisor reads others’ of the team, or of the project where in none; the secretariat of the project', () => {
  expect(readsOthers('supervisor')).toBe(true);
  expect(readsOthers('secretariat')).toBe(true);
  const spans = (['surveyor', 'supervisor', 'secretariat'] as const).map((role) => [
    spansProject(role, null),
    spansProject(role, 'A'),
  ]);
  expect(spans).toEqual([
    [false, false],
    [true, false],
    [true, true],
  ]);
});

test('a kind nobody knows is nobody’s to write but the secretariat’s', () => {
  expect(writeReach('surveyor', 'secret')).toBe('none');
  expect(writeReach('supervisor', 'secret')).toBe('none');
});
