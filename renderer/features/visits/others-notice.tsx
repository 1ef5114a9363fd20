import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { Notice } from '../../ui/notice.tsx';

/** Stands where work would be changed whose person was moved out of the reach of who reads it. */
export function OthersNotice(): JSX.Element {
  const { t } = useLingui();
  return (
    <Notice tone="info" title={t`This is the work of another team`}>
      {t`It can be read here, as it was when it arrived. Its own supervisors and the secretariat change it and decide on it.`}
    </Notice>
  );
}
