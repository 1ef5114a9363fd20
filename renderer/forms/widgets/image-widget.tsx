import { useLingui } from '@lingui/react/macro';
import type { ClipboardEvent, DragEvent, JSX } from 'react';
import { useId, useRef, useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { PhotoRef } from '#shared/forms/answers.ts';
import { useFailureText } from '../../i18n/use-failure-text.ts';
import { Button } from '../../ui/button.tsx';
import { FieldGroup } from '../../ui/field-shell.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { CameraDialog, hasCameraAccess } from './camera-dialog.tsx';
import { FolderDialog } from './folder-dialog.tsx';
import { PhotoItem } from './photo-item.tsx';
import { photosAnswer } from './read-answer.ts';
import { useAddPhotos } from './use-add-photos.ts';
import type { WidgetProps } from './widget-props.ts';
import css from './widgets.module.css';

/** Photos: chosen, pasted, dropped, taken with the laptop or picked from a folder; made small, each with a caption. */
export function ImageWidget(props: WidgetProps<'image'>): JSX.Element {
  const { field, value, frame, onAnswer } = props;
  const { t } = useLingui();
  const failureText = useFailureText();
  const fileId = useId();
  const folderId = useId();
  const fileRef = useRef<HTMLInputElement>(null);
  const folderRef = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<'camera' | readonly File[]>();
  const [failure, setFailure] = useState<Failure>();
  const photos = photosAnswer(value);
  function answer(next: readonly PhotoRef[]): void {
    onAnswer(next.length === 0 ? undefined : next);
  }
  const { addPhotos, isBusy } = useAddPhotos(field, photos, answer, setFailure);

  function close(): void {
    setOpened(undefined);
  }
  function paste(event: ClipboardEvent): void {
    const files = [...event.clipboardData.files];
    if (files.length === 0 || isClosed(event)) return;
    event.preventDefault();
    addPhotos(files);
  }
  function drop(event: DragEvent): void {
    // Never taken by the browser: it would open the file in place of the work.
    event.preventDefault();
    if (!isClosed(event)) addPhotos([...event.dataTransfer.files]);
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
            {hasCameraAccess() && (
              <Button size="small" kind="quiet" onClick={() => setOpened('camera')}>
                {t`With the camera of this laptop`}
              </Button>
            )}
            <Button size="small" kind="quiet" onClick={() => folderRef.current?.click()}>
              {t`From a folder, as of a phone`}
            </Button>
            <label htmlFor={folderId} className={css['file']}>
              <VisuallyHidden>{t`Folder of photos`}</VisuallyHidden>
              <input
                ref={(input) => {
                  folderRef.current = input;
                  // React knows no such property.
                  if (input) input.webkitdirectory = true;
                }}
                id={folderId}
                type="file"
                multiple
                tabIndex={-1}
                onChange={(event) => {
                  setOpened([...(event.currentTarget.files ?? [])]);
                  event.currentTarget.value = '';
                }}
              />
            </label>
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
          {opened === 'camera' && (
            <CameraDialog
              onPhoto={(photo) => {
                close();
                addPhotos([photo]);
              }}
              onClose={close}
            />
          )}
          {Array.isArray(opened) && (
            <FolderDialog
              files={opened}
              onChoose={(files) => {
                close();
                addPhotos(files);
              }}
              onClose={close}
            />
          )}
        </div>
      )}
    </FieldGroup>
  );
}

/** A record that is not to be changed closes its fields, but what is dropped or pasted beside them still arrives. */
function isClosed({ currentTarget }: ClipboardEvent | DragEvent): boolean {
  return currentTarget.closest('fieldset:disabled') !== null;
}

function captioned({ caption: _old, ...photo }: PhotoRef, caption: string): PhotoRef {
  return caption === '' ? photo : { ...photo, caption };
}
