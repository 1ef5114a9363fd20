import type { Screen } from './screen.ts';
import { at, over, pressed } from './screen.ts';

/** What opens over the screens of a supervisor. */
export const reviewDialogs: readonly Screen[] = [
  over(at('return', '/review'), 'KeyR'),
  over(at('reject', '/review'), 'KeyX'),
  pressed(at('sign-out', '/settings'), 'main button:has(svg)'),
  pressed(at('code', '/settings'), 'main section section li button:last-of-type'),
];
