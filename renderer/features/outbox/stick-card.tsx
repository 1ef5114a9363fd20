import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { readsOthers } from '#shared/rules/permissions.ts';
import { useServices } from '../../services/use-services.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Inline, Stack } from '../../ui/stack.tsx';
import type { Coverage } from '../../db/stores.ts';
import { CarriedRows } from './carried-rows.tsx';
import { StickWorkView } from './stick-work-view.tsx';
import { useStick } from './use-stick.ts';

/** The way without a network: work goes on a stick, and what the server signed comes back on it. */
export function StickCard({ coverage }: { readonly coverage: Coverage }): JSX.Element {
  const { t } = useLingui();
  const { identity } = useServices();
  const stick = useStick();
  const { work } = stick;
  const reads = readsOthers(identity.role);
  return (
    <Card
      title={t`Without a network: by stick`}
      note={t`A bundle is encrypted: only the server and your supervisors can open it.`}
    >
      <Stack>
        {work.kind === 'none' ? (
          <Inline>
            <Button icon="outbox" onClick={stick.gather}>
              {t`Put my work on a stick`}
            </Button>
            {reads && (
              <Button icon="download" onClick={stick.look}>
                {t`Take in a bundle`}
              </Button>
            )}
            <Button icon="check" onClick={stick.load}>
              {t`Load receipts from a stick`}
            </Button>
          </Inline>
        ) : (
          <StickWorkView stick={stick} />
        )}
        <CarriedRows coverage={coverage} />
      </Stack>
    </Card>
  );
}
