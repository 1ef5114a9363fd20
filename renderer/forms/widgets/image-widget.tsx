import { useLingui } from '@lingui/react/macro';
import type { ClipboardEvent, DragEvent, JSX } from 'react';
import { useId, useRef, useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { PhotoRef } from '#shared/forms/answers.ts';
import { useFailureText } from '../../i18n/use-failure-text.ts';
import { Button } from '../../ui/button.tsx';
import { FieldGroup } from '../../ui/field-shell.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { PhotoItem } from './photo-item.tsx';
import { photosAnswer } from './read-answer.ts';
import { useAddPhotos } from './use-add-photos.ts';
import type { WidgetProps } from './widget-props.ts';
import css from './widgets.module.css';

/** Photos: chosen, pasted or dropped; made small, each with a caption. */
export function ImageWidget(props: WidgetProps<'image'>): JSX.Element {
  const { field, value, frame, onAnswer } = props;
  const { t } = useLingui();
  const failureText = useFailureText();
  const fileId = useId();
  const fileRef = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<Failure>();
  const photos = photosAnswer(value);
  function answer(next: readonly PhotoRef[]): void {
    onAnswer(next.length === 0 ? undefined : next);
  }
  const { addPhotos, isBusy } = useAddPhotos(field.longestSide, photos, answer, setFailure);

  function paste(event: ClipboardEvent): void {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    addPhotos(files);
  }
  function drop(event: DragEvent): void {
    event.preventDefault();
    addPhotos([...event.dataTransfer.files]);
  }
  return (
    <FieldGroup {...frame} error={failure ? failureText(failure).what : frame.error}>
      {(control) => (
        <div
          className={css['photos']}
          onPaste={paste}
          onDrop={drop}
          onDragOver={(event) => event.preventDefault()}
        >
          {photos.map((photo, index) => (
            <PhotoItem
              key={photo.sha256}
              photo={photo}
              number={index + 1}
              onCaption={(caption) => answer(photos.with(index, captioned(photo, caption)))}
              onRemove={() => answer(photos.toSpliced(index, 1))}
            />
          ))}
          <div className={css['addPhoto']}>
            <Button
              icon="camera"
              data-stop
              busy={isBusy}
              aria-describedby={control['aria-describedby']}
              onClick={() => fileRef.current?.click()}
            >
              {t`Add a photo`}
            </Button>
            <span className={css['quietNote']}>{t`or paste it here, or drop the file here`}</span>
            <label htmlFor={fileId} className={css['file']}>
              <VisuallyHidden>{t`Photo files`}</VisuallyHidden>
              <input
                ref={fileRef}
                id={fileId}
                type="file"
                accept="image/*"
                multiple
                tabIndex={-1}
                onChange={(event) => {
                  addPhotos([...(event.currentTarget.files ?? [])]);
                  event.currentTarget.value = '';
                }}
              />
            </label>
          </div>
        </div>
      )}
    </FieldGroup>
  );
}

function captioned({ caption: _old, ...photo }: PhotoRef, caption: string): PhotoRef {
  return caption === '' ? photo : { ...photo, caption };
}
