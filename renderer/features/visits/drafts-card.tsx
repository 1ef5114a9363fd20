import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { dayOf, toInstant } from '#shared/core/instant.ts';
import { formTitle } from '#shared/forms/form-labels.ts';
import { useLive } from '../../db/use-live.ts';
import type { Registers } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useServices } from '../../services/use-services.ts';
import { partNames } from '../../services/visit-names.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { Inline } from '../../ui/stack.tsx';
import type { DraftSurroundings, OpenDraft } from './draft-state.ts';
import { draftState, loadOpenDrafts } from './draft-state.ts';
import { usePast } from './use-past.ts';
import { useVisitTitle } from './use-visit-title.ts';

const FIRST_SHOWN = 5;

/** Everything that was begun and not finished, with what each still needs; a press leads to the first question of it. */
export function DraftsCard({ registers }: { readonly registers: Registers }): JSX.Element | null {
  const { t } = useLingui();
  const { store, ambient } = useServices();
  const drafts = useLive(() => loadOpenDrafts(store), [store]);
  const past = usePast();
  const [showsAll, setShowsAll] = useState(false);
  const surroundings = useMemo((): DraftSurroundings | undefined => {
    const nowMs = ambient.nowMs();
    const today = dayOf(toInstant(nowMs, ambient.offsetMinutes(nowMs)));
    return past && { registers, past, today };
  }, [ambient, registers, past]);
  if (drafts.status !== 'ready' || drafts.value.length === 0 || !surroundings) return null;
  const shown = showsAll ? drafts.value : drafts.value.slice(0, FIRST_SHOWN);
  const left = drafts.value.length - shown.length;
  return (
    <Card
      title={t`Begun and not finished`}
      note={t`Only what is finished is sent. Nothing of this is lost, however long it waits.`}
    >
      <RowList>
        {shown.map((draft) => (
          <DraftRow key={draft.part.id} draft={draft} surroundings={surroundings} />
        ))}
      </RowList>
      {left > 0 && (
        <div>
          <Button onClick={() => setShowsAll(true)}>
            {t`${plural(left, { one: '# more', other: '# more' })}`}
          </Button>
        </div>
      )}
    </Card>
  );
}

interface DraftRowProps {
  readonly draft: OpenDraft;
  readonly surroundings: DraftSurroundings;
}

function DraftRow({ draft, surroundings }: DraftRowProps): JSX.Element {
  const { t } = useLingui();
  const { ambient } = useServices();
  const { language } = usePreferences();
  const format = useFormat();
  const { part, whole } = draft;
  const { title: place } = useVisitTitle(whole.visit, surroundings.registers);
  const { missing, wrong, warned } = useMemo(
    () => draftState(draft, surroundings),
    [draft, surroundings],
  );
  const isVisit = part.kind === 'visit';
  const { product, detail } = partNames(part, surroundings.registers, language);
  const what = [product ?? t`No product yet`, detail].filter((name) => name !== undefined);
  const when = part.draft && format.relative(part.draft.savedMs, ambient.nowMs());
  const visit = whole.visit.id;
  return (
    <Row
      title={<bdi>{isVisit ? place : what.join(' — ')}</bdi>}
      note={[formTitle(part.kind)[language], !isVisit && place, when].filter(Boolean).join(' · ')}
      actions={
        <ButtonLink to={isVisit ? `/visits/${visit}?` : `/visits/${visit}/${part.kind}/${part.id}`}>
          {t`Go on`}
        </ButtonLink>
      }
    >
      <Inline>
        {(part.record?.conflicts ?? []).length > 0 && (
          <Badge tone="error" icon="warning">
            {t`Two answers`}
          </Badge>
        )}
        {missing > 0 && (
          <Badge tone="accent">
            {t`${plural(missing, { one: '# answer missing', other: '# answers missing' })}`}
          </Badge>
        )}
        {wrong > 0 && (
          <Badge tone="error" icon="error">
            {t`${plural(wrong, { one: '# to correct', other: '# to correct' })}`}
          </Badge>
        )}
        {warned > 0 && (
          <Badge tone="warn" icon="warning">
            {t`${plural(warned, { one: '# warning to answer', other: '# warnings to answer' })}`}
          </Badge>
        )}
        {missing + wrong + warned === 0 && (
          <Badge tone="ok" icon="check">
            {t`Can be finished`}
          </Badge>
        )}
      </Inline>
    </Row>
  );
}
