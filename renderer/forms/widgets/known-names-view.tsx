import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { searchKey } from '#shared/core/search-key.ts';
import { Icon } from '../../ui/icons.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import type { KnownName } from '../form-aid.ts';
import css from './widgets.module.css';
import { DataText } from '../../ui/data-text.tsx';

interface KnownNamesViewProps {
  readonly typed: string;
  readonly names: readonly KnownName[];
  readonly onTake: (text: string) => void;
}

/**
 * Names given before that the typed one may be meant for, each to take with one press. One of this very market is a warning:
 * the same outlet or person may be recorded twice.
 */
export function KnownNamesView(props: KnownNamesViewProps): JSX.Element {
  const { typed, names, onTake } = props;
  const { t } = useLingui();
  const key = searchKey(typed);
  const isDoubt = names.some(({ isHere }) => isHere);
  const isSame = names.some(({ text, isHere }) => isHere && searchKey(text) === key);
  const title = isSame
    ? t`Recorded before in this market under this name:`
    : isDoubt
      ? t`Recorded before in this market, nearly so. The same?`
      : t`Known by this or a like name:`;
  // Said to a screen reader as it appears; empty it is quiet.
  return (
    <output className={css['knownPlace']}>
      {names.length > 0 && (
        <div className={joinClasses(css['known'], isDoubt && css['knownDoubt'])}>
          <p className={css['knownTitle']}>
            {isDoubt && <Icon name="warning" />}
            {title}
          </p>
          <ul className={joinClasses(css['suggestions'], css['knownList'])}>
            {names.map(({ text, note }) => (
              <li key={`${text} ${note ?? ''}`}>
                <button type="button" className={css['suggestion']} onClick={() => onTake(text)}>
                  <DataText>{text}</DataText>
                  {note !== undefined && note !== '' && (
                    <span className={css['knownNote']}>
                      <DataText>{note}</DataText>
                    </span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </output>
  );
}
