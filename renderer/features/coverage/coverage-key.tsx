import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { CoverageCell } from '#shared/analysis/coverage.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import css from './coverage.module.css';

type State = CoverageCell['state'];

const stateTexts: Readonly<Record<State, MessageDescriptor>> = {
  enough: msg`as assigned`,
  three: msg`three or more`,
  short: msg`too few`,
  none: msg`none yet`,
  unavailable: msg`not sold here`,
};

/** The words of a cell's state: colour alone tells nobody. */
export function useCellWords(): (state: State) => string {
  const { i18n } = useLingui();
  return (state) => i18n._(stateTexts[state]);
}

/** What the signs of the table mean. */
export function CoverageKey(): JSX.Element {
  const { t } = useLingui();
  const words = useCellWords();
  return (
    <ul className={css['key']} aria-label={t`What the signs mean`}>
      {(Object.keys(stateTexts) as readonly State[]).map((state) => (
        <li key={state} className={joinClasses(css['sign'], css[state])}>
          {words(state)}
        </li>
      ))}
    </ul>
  );
}
