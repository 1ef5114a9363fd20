import babel from '@rolldown/plugin-babel';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import type { PluginOption } from 'vite';
import { zodWithoutEval } from './zod-without-eval.ts';

/**
 * What turns renderer sources into JavaScript, the same for the product and for its tests: JSX, Lingui's macros, `.po` files.
 *
 * The macros go through babel: the plugin's native transform comes in packages whose `engines` an npm on Node 20 refuses, so they would be
 * missing where `npm ci` itself runs on Node 20.
 */
export function rendererPlugins(): PluginOption[] {
  return [
    zodWithoutEval(),
    lingui({ failOnCompileError: true }),
    react(),
    babel({
      presets: [
        {
          preset: { plugins: ['@lingui/babel-plugin-lingui-macro'] },
          rolldown: { filter: { code: /from ['"]@lingui\/(?:core|react)\/macro['"]/ } },
        },
      ],
    }),
  ];
}
