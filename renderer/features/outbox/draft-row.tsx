import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import { useServices } from '../../services/use-services.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Row } from '../../ui/row-list.tsx';
import type { OpenDraft } from './load-outbox.ts';
import { recordAddress } from './record-address.ts';
import type { OutboxWords } from './use-outbox-words.ts';

interface DraftRowProps {
  readonly open: OpenDraft;
  readonly words: OutboxWords;
}

/** What is still being typed: kept here, and not sent before it is finished. */
export function DraftRow({ open, words }: DraftRowProps): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const { ambient } = useServices();
  const { draft, visit } = open;
  const address = recordAddress(draft.kind, draft.record, draft.visit);
  const typed = format.relative(draft.savedMs, ambient.nowMs());
  return (
    <Row
      mark={<Badge icon="edit">{t`Draft`}</Badge>}
      title={words.record(draft.kind, visit)}
      note={t`Not sent until you finish it · last typed ${typed}`}
      actions={address !== undefined && <ButtonLink to={address}>{t`Go on`}</ButtonLink>}
    />
  );
}
