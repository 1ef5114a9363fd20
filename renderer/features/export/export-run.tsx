import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { surveyFormIds } from '#shared/forms/definitions/catalogue.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import css from './export.module.css';
import { SEALED_ENDING } from './export-name.ts';
import type { SaveOutcome } from './save-export.ts';
import type { ExportState } from './use-export.ts';

interface ExportRunProps {
  readonly state: ExportState;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

/** Starts and follows an export, and says how it ended. */
export function ExportRun({ state, onStart, onCancel }: ExportRunProps): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  if (state.kind === 'running') {
    const share = format.percent(state.total === 0 ? 0 : state.done / state.total);
    return (
      <div className={css['running']}>
        <output>{t`Writing the package: ${share}`}</output>
        <ProgressBar label={t`Writing the package`} value={state.done} max={state.total} />
        <Button onClick={onCancel}>{t`Cancel`}</Button>
      </div>
    );
  }
  return (
    <div className={css['run']}>
      {state.kind !== 'idle' && <Outcome outcome={state} />}
      <div>
        <Button kind="primary" icon="download" onClick={onStart}>
          {t`Save the package`}
        </Button>
      </div>
    </div>
  );
}

function Outcome({ outcome }: { readonly outcome: SaveOutcome }): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  switch (outcome.kind) {
    case 'saved': {
      const { manifest, name, bytes, sha256 } = outcome;
      const count = surveyFormIds.reduce((sum, form) => sum + manifest.forms[form].records, 0);
      return (
        <Notice
          tone="ok"
          title={<Plural value={count} one="# record was saved" other="# records were saved" />}
        >
          <p>
            <Trans>
              In the place you chose, offered as <bdi dir="ltr">{name}</bdi>;{' '}
              {format.fileSize(bytes)}.
            </Trans>
          </p>
          {name.endsWith(SEALED_ENDING) && (
            <p>
              {t`The receiver opens it with the program age:`}{' '}
              <code dir="ltr">{`age -d -i KEY ${name} | tar -x`}</code>
            </p>
          )}
          <p className={css['checksum']}>
            {t`SHA-256 of the package:`} <code dir="ltr">{sha256}</code>
          </p>
        </Notice>
      );
    }
    case 'not-wanted':
      return (
        <Notice tone="info" title={t`Nothing was saved`}>
          {t`The export was cancelled, and no part of it is left behind.`}
        </Notice>
      );
    case 'export/records-changed':
      return (
        <Notice tone="warn" title={t`Nothing was saved: records changed meanwhile`}>
          {t`A sync or a review changed records while the package was being written, so its files would not agree. Save it again.`}
        </Notice>
      );
    case 'failed':
      return <FailureView failure={outcome.failure} />;
  }
}
