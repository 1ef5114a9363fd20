import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { Card } from '../../ui/card.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { readReceivers } from './receivers.ts';

/** Whom the package is for: anyone, or the holders of keys that stand in `text`. */
export interface Receivers {
  readonly who: 'anyone' | 'key-holders';
  readonly text: string;
}

interface ReceiversCardProps {
  readonly receivers: Receivers;
  /** Whether what is missing is told: not before the package was asked for. */
  readonly isAsked: boolean;
  readonly onChange: (receivers: Receivers) => void;
}

export function ReceiversCard({ receivers, isAsked, onChange }: ReceiversCardProps): JSX.Element {
  const { t } = useLingui();
  const { who, text } = receivers;
  const { keys, wrong } = readReceivers(text);
  const list = wrong.join(', ');
  const none = isAsked && keys.length === 0 ? t`Give at least one key.` : undefined;
  return (
    <Card title={t`For whom`}>
      <RadioGroup
        label={t`Who can open the package`}
        value={who}
        onChange={(value) => onChange({ ...receivers, who: value })}
        choices={[
          {
            value: 'anyone',
            label: t`Anyone who has the file`,
            hint: t`A zip that every computer opens: for your own desk.`,
          },
          {
            value: 'key-holders',
            label: t`Only the holders of certain keys`,
            hint: t`A sealed bundle, signed by this laptop: for what leaves the office on a stick or by mail.`,
          },
        ]}
      />
      {who === 'key-holders' && (
        <TextArea
          label={t`Public keys of the receivers`}
          hint={t`One to a line; each begins with age1. The receiver makes a key with the program age and sends you this half of it.`}
          error={wrong.length > 0 ? t`This is no public key: ${list}` : none}
          dir="ltr"
          spellCheck={false}
          value={text}
          onChange={(event) => onChange({ ...receivers, text: event.currentTarget.value })}
        />
      )}
    </Card>
  );
}
