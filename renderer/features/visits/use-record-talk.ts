import { parseStamp } from '#shared/core/stamp.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { Stamp } from '#shared/core/stamp.ts';
import type { RecordState } from '#shared/records/fold.ts';
import type { RecordView } from '#shared/records/record.ts';
import { specialPaths } from '#shared/records/record.ts';
import { useLive } from '../../db/use-live.ts';
import type { FieldNote } from '../../forms/question-model.ts';
import type { Registers } from '../../forms/registers.ts';
import { nameOfCode } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useServices } from '../../services/use-services.ts';

/** What was said about a record: on its questions, on it as a whole, and with its return. */
export interface RecordTalk {
  readonly onFields: Readonly<Record<string, readonly FieldNote[]>>;
  readonly onRecord: readonly FieldNote[];
  readonly returned: FieldNote | undefined;
}

/** Nothing was said. */
export const silence: RecordTalk = { onFields: {}, onRecord: [], returned: undefined };

/** Hears what supervisors wrote about a record; undefined while it is read. */
export function useRecordTalk(record: RecordId, registers: Registers): RecordTalk | undefined {
  const { store } = useServices();
  const { language } = usePreferences();
  const format = useFormat();
  const live = useLive(
    () => Promise.all([store.records.comments(record), store.records.state(record)]),
    [store, record],
  );
  if (live.status === 'loading') return undefined;
  if (live.status === 'failed') return silence;

  function note(text: string, by: string, stamp: Stamp): FieldNote {
    const ms = parseStamp(stamp)?.ms;
    return {
      text,
      by: nameOfCode(registers, 'person', by, language),
      at: ms === undefined ? '' : format.dateTime(ms),
    };
  }
  const [comments, state] = live.value;
  const onFields: Record<string, FieldNote[]> = {};
  const onRecord: FieldNote[] = [];
  for (const comment of comments) {
    const field = comment.answers['on_field'];
    const said = note(textOf(comment), comment.owner, comment.createdAt);
    if (typeof field === 'string') (onFields[field] ??= []).push(said);
    else onRecord.push(said);
  }
  const step = returnStep(state);
  return {
    onFields,
    onRecord,
    returned: step && note(step.why ?? '', step.author, step.stamp),
  };
}

function textOf(comment: RecordView): string {
  const { text } = comment.answers;
  return typeof text === 'string' ? text : '';
}

function returnStep(state: RecordState | undefined) {
  const head = state?.paths[specialPaths.reviewStatus]?.heads[0];
  return head?.value === 'returned' ? head : undefined;
}
