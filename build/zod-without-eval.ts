import type { Plugin } from 'vite';

/**
 * Tells zod where it is made that the page's policy allows no code from text. It would find out by trying, and the browser would report
 * each try as a breach of the policy.
 */
export function zodWithoutEval(): Plugin {
  return {
    name: 'bazarnegar-zod-without-eval',
    transform: {
      filter: { id: /\/zod\/v4\/core\/core\.js$/ },
      handler: (code) => ({ code: `${code}\nglobalConfig.jitless = true;\n`, map: null }),
    },
  };
}
