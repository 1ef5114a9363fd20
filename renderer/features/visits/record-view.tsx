import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { RecordId } from '#shared/core/ids.ts';
import { formTitle } from '#shared/forms/form-labels.ts';
import { useLive } from '../../db/use-live.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useServices } from '../../services/use-services.ts';
import type { VisitPart } from '../../services/visit-parts.ts';
import { Page } from '../../ui/page.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { loadPins } from './pins.ts';
import { PartState } from './part-state.tsx';
import { RecordScreen } from './record-screen.tsx';
import { silence, useRecordTalk } from './use-record-talk.ts';
import type { VisitData } from './use-visit-data.ts';
import { useVisitTitle } from './use-visit-title.ts';
import type { PartKind } from './visit-tabs.ts';
import { visitAddress } from './visit-tabs.ts';

interface RecordViewProps {
  readonly data: VisitData;
  readonly kind: PartKind;
  readonly record: RecordId;
}

/** A record inside its visit; it stays mounted from row to row, so that typing can go on at once. */
export function RecordView({ data, kind, record }: RecordViewProps): JSX.Element {
  const { t } = useLingui();
  const { language } = usePreferences();
  const format = useFormat();
  const { whole, registers } = data;
  const { title } = useVisitTitle(whole.visit, registers);
  const heard = useRecordTalk(record, registers);
  const { store } = useServices();
  const pins = useLive(() => loadPins(store.settings), [store]);
  const [lastDone, setLastDone] = useState<VisitPart>();
  const own = whole.parts.filter((part) => part.kind === kind);
  const part = own.find(({ id }) => id === record);
  const talk = part?.record ? heard : silence;
  const version = useOpenedVersion(record, part);
  const before = lastDone?.kind === kind ? lastDone : own.findLast(({ id }) => id !== record);
  const number = part ? own.indexOf(part) + 1 : own.length + 1;
  const formName = formTitle(kind)[language];
  return (
    <Page
      title={t`${formName}, row ${format.number(number)}`}
      titleAside={part && <PartState part={part} />}
      note={title}
      back={{ to: visitAddress(whole.visit.id, kind), label: t`Back to the visit` }}
    >
      {talk && pins.status === 'ready' ? (
        <RecordScreen
          key={`${record} ${version}`}
          data={data}
          kind={kind}
          record={record}
          part={part}
          before={before}
          talk={talk}
          pins={pins.value}
          onDone={setLastDone}
        />
      ) : (
        <Spinner />
      )}
    </Page>
  );
}

/**
 * The version of a finished record that is on the screen. A newer one that arrives takes its place only while nothing was
 * typed; a record that is finished here stays as it is until the person goes on.
 */
function useOpenedVersion(record: RecordId, part: VisitPart | undefined): string {
  const now = part?.record?.changedAt ?? '';
  const [opened, setOpened] = useState({ record, version: now });
  const isOther = opened.record !== record;
  const isNewer = opened.version !== '' && opened.version !== now && !part?.draft;
  if (isOther || isNewer) setOpened({ record, version: now });
  return opened.version;
}
