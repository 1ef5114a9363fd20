import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { Link } from 'wouter';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { Registers } from '../../forms/registers.ts';
import { partNames } from '../../services/visit-names.ts';
import type { VisitPart } from '../../services/visit-parts.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { PartFigure } from './part-figure.tsx';
import { PartState } from './part-state.tsx';
import css from './visits.module.css';

interface PartListProps {
  readonly label: string;
  readonly visit: string;
  readonly parts: readonly VisitPart[];
  readonly registers: Registers;
  /** The one that is open beside the list: the list is then narrow, and its latest come first. */
  readonly current?: string | undefined;
}

/** Records of a visit, each a way to itself. */
export function PartList(props: PartListProps): JSX.Element {
  const { label, visit, parts, registers, current } = props;
  const { t } = useLingui();
  const { language } = usePreferences();
  const format = useFormat();
  const isBeside = current !== undefined;
  const numbered = parts.map((part, index) => ({ part, number: index + 1 }));
  return (
    <ol className={css['parts']} aria-label={label}>
      {(isBeside ? numbered.toReversed() : numbered).map(({ part, number }) => {
        const { product, detail } = partNames(part, registers, language);
        return (
          <li key={part.id}>
            <Link
              href={`/visits/${visit}/${part.kind}/${part.id}`}
              aria-current={part.id === current ? 'true' : undefined}
              className={joinClasses(
                css['part'],
                !isBeside && css['partWide'],
                part.id === current && css['partCurrent'],
              )}
            >
              <span className={css['partNumber']}>{format.number(number)}</span>
              <span className={css['partWords']}>
                <span className={css['partTitle']}>{product ?? t`No product yet`}</span>
                {detail !== undefined && (
                  <span className={css['partDetail']}>
                    <bdi>{detail}</bdi>
                  </span>
                )}
              </span>
              <span className={css['partEnd']}>
                <PartFigure part={part} registers={registers} />
                {(!isBeside || isNotable(part)) && <PartState part={part} />}
              </span>
            </Link>
          </li>
        );
      })}
    </ol>
  );
}

/** Beside a form only what is not simply finished is worth a badge. */
function isNotable({ record, draft }: VisitPart): boolean {
  return (
    draft !== undefined || record?.review !== 'submitted' || (record?.conflicts ?? []).length > 0
  );
}
