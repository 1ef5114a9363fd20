import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { isOfOthers } from '../../services/record-change.ts';
import { useServices } from '../../services/use-services.ts';
import type { VisitPart } from '../../services/visit-parts.ts';
import { Notice } from '../../ui/notice.tsx';
import { OthersNotice } from './others-notice.tsx';
import { PartConflicts } from './part-conflicts.tsx';
import { RecordSaid } from './record-said.tsx';
import type { RecordTalk } from './use-record-talk.ts';

interface RecordNoticesProps {
  readonly part: VisitPart | undefined;
  readonly talk: RecordTalk;
  readonly isLocked: boolean;
}

/** What a person must know before they touch the form: it was returned, it is settled, somebody wrote about it. */
export function RecordNotices({ part, talk, isLocked }: RecordNoticesProps): JSX.Element {
  const { t } = useLingui();
  const { identity } = useServices();
  const { returned, onRecord } = talk;
  const isOthers = isOfOthers(part?.record, identity);
  return (
    <>
      <RecordSaid returned={returned} onRecord={onRecord} />
      {part?.record && <PartConflicts record={part.record} isTyped={part.draft !== undefined} />}
      {isOthers && <OthersNotice />}
      {isLocked && !isOthers && (
        <Notice tone="info" title={t`This record is settled`}>
          {t`It can be read here. To change it, ask your supervisor to return it.`}
        </Notice>
      )}
      {part?.record && !isLocked && !returned && (
        <Notice tone="info">
          {t`This record is finished. You may correct it: you will be asked why, and what it said before is kept.`}
        </Notice>
      )}
    </>
  );
}
