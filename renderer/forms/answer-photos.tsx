import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import { withSymbols } from '#shared/core/bidi.ts';
import type { PhotoRef } from '#shared/forms/answers.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailureView } from '../ui/failure-view.tsx';
import { Icon } from '../ui/icons.tsx';
import { Spinner } from '../ui/spinner.tsx';
import css from './answer-photos.module.css';
import type { PhotoAccess } from './form-aid.ts';
import { usePhotoUrl } from './use-photo-url.ts';
import { DataText } from '../ui/data-text.tsx';

interface AnswerPhotosProps {
  readonly photos: readonly PhotoRef[];
  readonly read: PhotoAccess['read'];
}

/** The photos of an answer, small; each opens in full, which may have to come over the network first. */
export function AnswerPhotos({ photos, read }: AnswerPhotosProps): JSX.Element {
  const [open, setOpen] = useState<number>();
  const shown = open === undefined ? undefined : photos[open];
  return (
    <span className={css['photos']}>
      {photos.map((photo, at) => (
        <SmallPhoto
          key={photo.sha256}
          photo={photo}
          number={at + 1}
          read={read}
          onOpen={() => setOpen(at)}
        />
      ))}
      {shown && open !== undefined && (
        <PhotoDialog
          photo={shown}
          number={open + 1}
          read={read}
          onClose={() => setOpen(undefined)}
        />
      )}
    </span>
  );
}

interface PhotoProps {
  readonly photo: PhotoRef;
  readonly number: number;
  readonly read: PhotoAccess['read'];
}

function SmallPhoto({
  photo,
  number,
  read,
  onOpen,
}: PhotoProps & { readonly onOpen: () => void }): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const picture = usePhotoUrl(read, photo.preview ?? photo.sha256);
  const name = withSymbols(photo.caption ?? t`Photo ${format.number(number)}`);
  return (
    <button type="button" className={css['small']} onClick={onOpen} aria-label={name} title={name}>
      {picture.status === 'shown' ? (
        <img src={picture.url} alt="" className={css['thumb']} />
      ) : (
        <span className={css['none']}>
          <Icon name="camera" />
        </span>
      )}
    </button>
  );
}

function PhotoDialog({
  photo,
  number,
  read,
  onClose,
}: PhotoProps & { readonly onClose: () => void }): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const whole = usePhotoUrl(read, photo.sha256);
  const small = usePhotoUrl(read, photo.preview ?? photo.sha256);
  const picture = whole.status === 'shown' ? whole : small;
  const name = photo.caption ?? t`Photo ${format.number(number)}`;
  return (
    <Dialog size="wide" title={<DataText>{name}</DataText>} onClose={onClose}>
      <div className={css['whole']}>
        {picture.status === 'shown' && <img src={picture.url} alt={name} className={css['full']} />}
        {whole.status === 'reading' && <Spinner />}
        {whole.status === 'failed' && <FailureView failure={whole.failure} />}
        {photo.original !== undefined && (
          <p className={css['taken']}>{t`Its original is kept beside it.`}</p>
        )}
        {photo.takenAt !== undefined && (
          <p className={css['taken']}>{t`Taken ${format.dateTime(photo.takenAt)}`}</p>
        )}
      </div>
    </Dialog>
  );
}
