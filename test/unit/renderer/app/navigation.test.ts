import { expect, test } from 'vitest';
import type { Role } from '#shared/records/role.ts';
import { isWithin, navigationOf } from '../../../../renderer/app/navigation.ts';

function addressesOf(role: Role): readonly string[] {
  return navigationOf[role].map(({ to }) => to);
}

test('review and export are offered to those who may, everything else to everyone', () => {
  const everyone = [
    '/',
    '/visits',
    '/rates',
    '/measures',
    '/names',
    '/outbox',
    '/records',
    '/settings',
  ];
  expect(addressesOf('surveyor')).toEqual(everyone);
  for (const role of ['supervisor', 'secretariat'] as const) {
    expect(addressesOf(role)).toEqual(expect.arrayContaining([...everyone, '/review', '/export']));
  }
});

test('a visit belongs to the visits, and Today is not the parent of everything', () => {
  expect(isWithin('/visits/1/price/2', '/visits')).toBe(true);
  expect(isWithin('/visits', '/')).toBe(false);
  expect(isWithin('/visitsx', '/visits')).toBe(false);
});
