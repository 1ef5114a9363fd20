import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import type { JSX, KeyboardEvent } from 'react';
import { useMemo, useState } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import { photosOf } from '../folder-photos.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import css from './widgets.module.css';
import { DataText } from '../../ui/data-text.tsx';

interface FolderDialogProps {
  readonly files: readonly File[];
  readonly onChoose: (files: readonly File[]) => void;
  readonly onClose: () => void;
}

/** The photos of a folder, as of a phone that is plugged in, the latest first, to choose from. */
export function FolderDialog({ files, onChoose, onClose }: FolderDialogProps): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const [chosen, setChosen] = useState<ReadonlySet<File>>(new Set());
  const { photos, unreadable } = useMemo(() => photosOf(files), [files]);
  const count = chosen.size;

  function toggle(file: File): void {
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(file)) after.add(file);
      return after;
    });
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the dialog are not keys of the form around it
    <div onKeyDown={(event: KeyboardEvent) => event.stopPropagation()}>
      <Dialog
        title={t`Photos of the folder`}
        onClose={onClose}
        actions={
          <>
            <Button
              kind="primary"
              icon="add"
              disabled={count === 0}
              onClick={() => onChoose(photos.filter((file) => chosen.has(file)))}
            >
              {t`${plural(count, { one: 'Add # photo', other: 'Add # photos' })}`}
            </Button>
            <Button onClick={onClose}>{t`Back`}</Button>
          </>
        }
      >
        {unreadable > 0 && (
          <Notice
            tone="warn"
            title={t`${plural(unreadable, { one: '# photo of the kind HEIC cannot be read', other: '# photos of the kind HEIC cannot be read' })}`}
          >
            {t`On an iPhone choose Settings, Camera, Formats, Most Compatible, or send these photos as JPEG.`}
          </Notice>
        )}
        {photos.length === 0 && unreadable === 0 && (
          <Notice tone="info" title={t`There is no photo in this folder`}>
            {t`On a phone they are mostly in DCIM, Camera.`}
          </Notice>
        )}
        {photos.length > 0 && (
          <ul className={css['folder']}>
            {photos.map((file) => (
              <li key={`${file.webkitRelativePath} ${file.name}`}>
                <label className={css['folderFile']}>
                  <input type="checkbox" checked={chosen.has(file)} onChange={() => toggle(file)} />
                  <DataText className={css['folderName']}>{file.name}</DataText>
                  <span className={css['quietNote']}>
                    {format.dateTime(file.lastModified)} · {format.fileSize(file.size)}
                  </span>
                </label>
              </li>
            ))}
          </ul>
        )}
      </Dialog>
    </div>
  );
}
