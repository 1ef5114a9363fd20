import { expect, test } from 'vitest';
import { trustedScriptUrl } from '../../../../renderer/platform/trusted-script.ts';

test('a script of the page’s own origin may be started', () => {
  expect(trustedScriptUrl('./assets/worker.js')).toBe(
    new URL('assets/worker.js', document.baseURI).href,
  );
});

test.each(['https://elsewhere.example/worker.js', '//elsewhere.example/x.js', 'data:,x', 'blob:x'])(
  'no worker can be started from %s',
  (url) => {
    expect(() => trustedScriptUrl(url)).toThrow('not a script of this app');
  },
);
