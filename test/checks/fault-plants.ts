/** A fault that a tool must name: what it is, where it stands, and the rule that catches it. */
export interface Fault {
  readonly what: string;
  readonly file: string;
  readonly code: string;
  readonly rule: string;
}

export const codeFaults: readonly Fault[] = [
  {
    what: 'a promise that nobody waits for',
    file: 'shared/core/floating.ts',
    code: 'async function save(): Promise<void> {}\nexport function leave(): void {\n  save();\n}\n',
    rule: 'no-floating-promises',
  },
  {
    what: 'a switch that forgets a case',
    file: 'shared/core/missing-case.ts',
    code: "export function word(kind: 'text' | 'date'): string {\n  switch (kind) {\n    case 'text':\n      return 'a';\n  }\n  return '';\n}\n",
    rule: 'switch-exhaustiveness-check',
  },
  {
    what: 'the clock in shared/',
    file: 'shared/core/clock.ts',
    code: 'export function now(): number {\n  return Date.now();\n}\n',
    rule: 'no-restricted-globals',
  },
  {
    what: 'a new date in shared/',
    file: 'shared/core/new-date.ts',
    code: 'export function today(): string {\n  return new Date().toISOString();\n}\n',
    rule: 'no-restricted-globals',
  },
  {
    what: 'chance in shared/',
    file: 'shared/core/chance.ts',
    code: 'export function roll(): number {\n  return Math.random();\n}\n',
    rule: 'no-restricted-properties',
  },
  {
    what: 'the shell outside renderer/platform',
    file: 'renderer/features/visits/shell.ts',
    code: 'export function shell(): unknown {\n  return window.desktop;\n}\n',
    rule: 'no-restricted-properties',
  },
  {
    what: 'any',
    file: 'shared/core/any.ts',
    code: 'export function same(x: any): void {\n  void x;\n}\n',
    rule: 'no-explicit-any',
  },
  {
    what: 'a default export',
    file: 'shared/core/default.ts',
    code: "export default function word(): string {\n  return 'a';\n}\n",
    rule: 'no-default-export',
  },
  {
    what: 'a file name in camel case',
    file: 'shared/core/aWord.ts',
    code: 'export const a = 1;\n',
    rule: 'filename-case',
  },
  {
    what: 'a file of more than 300 lines',
    file: 'shared/core/long.ts',
    code: Array.from({ length: 301 }, (_, n) => `export const a${n} = ${n};\n`).join(''),
    rule: 'max-lines',
  },
  {
    what: 'a hook under a condition',
    file: 'renderer/ui/hook.ts',
    code: "import { useState } from 'react';\nexport function useWord(on: boolean): string {\n  if (on) {\n    const [word] = useState('a');\n    return word;\n  }\n  return 'b';\n}\n",
    rule: 'rules-of-hooks',
  },
];

const physical = 'property-disallowed-list';
const physicalValue = 'declaration-property-value-disallowed-list';
function style(what: string, name: string, declaration: string, rule: string): Fault {
  const code = `.a {\n  ${declaration};\n}\n`;
  return { what, file: `renderer/ui/${name}.module.css`, code, rule };
}

export const styleFaults: readonly Fault[] = [
  style('a physical margin', 'margin', 'margin-left: 8px', physical),
  style('a physical place', 'place', 'right: 0', physical),
  style('a physical border', 'border', 'border-left: 1px solid red', physical),
  style('a physical corner', 'corner', 'border-top-left-radius: 2px', physical),
  style('a float', 'float', 'float: left', physical),
  style('a physical alignment', 'align', 'text-align: left', physicalValue),
  style(
    'four sides of which left and right differ',
    'sides',
    'padding: 1px 2px 3px 4px',
    physicalValue,
  ),
  style('!important', 'important', 'color: red !important', 'declaration-no-important'),
  {
    what: 'a selector by element',
    file: 'renderer/ui/element.module.css',
    code: 'table {\n  color: red;\n}\n',
    rule: 'selector-max-type',
  },
];
