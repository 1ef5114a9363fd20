import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import type { Sha256 } from '#shared/core/ids.ts';
import type { PhotoRef } from '#shared/forms/answers.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { TextInput } from '../../ui/text-field.tsx';
import { useFormAid } from '../form-aid.ts';
import css from './widgets.module.css';

interface PhotoItemProps {
  readonly photo: PhotoRef;
  readonly number: number;
  readonly onCaption: (caption: string) => void;
  readonly onRemove: () => void;
}

export function PhotoItem({ photo, number, onCaption, onRemove }: PhotoItemProps): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const url = usePhotoUrl(photo.sha256);
  const name = t`Photo ${format.number(number)}`;
  return (
    <div className={css['photo']}>
      {url === undefined ? (
        <span className={css['noPicture']}>
          <Icon name="camera" />
        </span>
      ) : (
        <img src={url} alt={photo.caption ?? name} className={css['thumbnail']} />
      )}
      <TextInput
        aria-label={t`Caption of photo ${format.number(number)}`}
        placeholder={t`What does it show?`}
        value={photo.caption ?? ''}
        onChange={(event) => onCaption(event.currentTarget.value)}
      />
      <IconButton
        icon="trash"
        label={t`Take out photo ${format.number(number)}`}
        onClick={onRemove}
      />
    </div>
  );
}

/** The address of a kept photo's picture; undefined until it is read, or where its bytes are not on this laptop. */
function usePhotoUrl(sha256: Sha256): string | undefined {
  const { photos } = useFormAid();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let isGone = false;
    async function read(): Promise<void> {
      const bytes = await photos.read(sha256);
      if (isGone || !bytes.ok) return;
      made = URL.createObjectURL(new Blob([Uint8Array.from(bytes.value)], { type: 'image/jpeg' }));
      setUrl(made);
    }
    void read();
    return () => {
      isGone = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [photos, sha256]);
  return url;
}
