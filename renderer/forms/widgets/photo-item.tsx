import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { PhotoRef } from '#shared/forms/answers.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Badge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { TextInput } from '../../ui/text-field.tsx';
import { useFormAid } from '../form-aid.ts';
import { usePhotoUrl } from '../use-photo-url.ts';
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
  const { photos } = useFormAid();
  const picture = usePhotoUrl(photos.read, photo.preview ?? photo.sha256);
  const name = t`Photo ${format.number(number)}`;
  const isWhole = photo.original !== undefined;
  return (
    <div className={css['photo']}>
      {picture.status === 'shown' ? (
        <img src={picture.url} alt={photo.caption ?? name} className={css['thumbnail']} />
      ) : (
        <span className={css['noPicture']}>
          <Icon name="camera" />
        </span>
      )}
      <TextInput
        aria-label={t`Caption of photo ${format.number(number)}`}
        placeholder={t`What does it show?`}
        value={photo.caption ?? ''}
        onChange={(event) => onCaption(event.currentTarget.value)}
      />
      {(isWhole || photos.keepsOriginals()) && (
        <Badge tone={isWhole ? 'ok' : 'warn'} icon={isWhole ? 'check' : 'warning'}>
          {isWhole ? t`Original kept` : t`Without its original`}
        </Badge>
      )}
      <IconButton
        icon="trash"
        label={t`Take out photo ${format.number(number)}`}
        onClick={onRemove}
      />
    </div>
  );
}
