import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { photoHashesIn } from '#shared/records/photo-hashes.ts';
import type { RecordView } from '#shared/records/record.ts';
import { useLive } from '../../db/use-live.ts';
import { useServices } from '../../services/use-services.ts';

/**
 * What follows where a respondent's consent was in a finished visit and is not any more: what goes with the change, and what has been sent
 * and stays with the server until somebody there deletes it.
 */
export function useWithdrawnConsent(
  visit: RecordView | undefined,
  answers: Answers,
): Readonly<Record<string, string>> | undefined {
  const { t } = useLingui();
  const { store } = useServices();
  const consent = textAnswer(answers['consent']);
  const isWithdrawn =
    visit?.answers['consent'] === 'yes' && consent !== undefined && consent !== 'yes';
  const withdrawn = isWithdrawn ? visit : undefined;
  const sent = useLive(async () => {
    if (!withdrawn) return undefined;
    const hashes = [...photoHashesIn(withdrawn.answers)];
    const [photos, waits] = await Promise.all([
      store.photos.kept(hashes),
      store.records.sendDetails(withdrawn.id),
    ]);
    return {
      places: photos.some(({ isSent, hasPlace }) => isSent && hasPlace),
      contact: waits === undefined && hasContact(withdrawn),
    };
  }, [store, withdrawn]);
  return useMemo(() => {
    if (!isWithdrawn) return undefined;
    const told = sent.status === 'ready' ? sent.value : undefined;
    const sentences = [
      t`With this change the name and the phone go out of all exports, and photos lose the place where they were taken.`,
      told?.contact &&
        t`The name or phone was sent before and stays in the history of this visit on the server.`,
      told?.places && t`Photos with their place were sent before.`,
      (told?.contact || told?.places) && t`Ask the secretariat to delete what was sent.`,
    ];
    return { consent: sentences.filter(Boolean).join(' ') };
  }, [isWithdrawn, sent, t]);
}

function hasContact({ answers }: RecordView): boolean {
  return answers['respondent_name'] !== undefined || answers['respondent_phone'] !== undefined;
}
