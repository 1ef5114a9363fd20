import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useEffect, useMemo, useState } from 'react';
import type { DeviceKey } from '#shared/core/device-key.ts';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import type { TeamOverview } from '#shared/sync/team-api.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useServices } from '../../services/use-services.ts';
import { createHttpTransport } from '../../sync/http-transport.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { Stack } from '../../ui/stack.tsx';
import { BarDialog } from './bar-dialog.tsx';
import { CodeDialog } from './code-dialog.tsx';
import { PeopleList } from './people-list.tsx';
import { shortKey } from '#shared/core/device-key.ts';

type Person = TeamOverview['people'][number];

/** Who works with which laptop: bringing one in by a code, and barring one that is lost. */
export function TeamCard(): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const { desktop } = useServices();
  const transport = useMemo(() => createHttpTransport(desktop), [desktop]);
  const [team, setTeam] = useState<Result<TeamOverview, Failure>>();
  const [failure, setFailure] = useState<Failure>();
  const [newcomer, setNewcomer] = useState<Person>();
  const [lost, setLost] = useState<TeamOverview['devices'][number]>();

  async function ask(): Promise<void> {
    setTeam(await transport.team());
  }
  useEffect(() => {
    void transport.team().then(setTeam);
  }, [transport]);

  async function withdraw(enrolment: DeviceKey): Promise<void> {
    const withdrawn = await transport.withdrawEnrolment(enrolment);
    if (withdrawn.ok) void ask();
    else setFailure(withdrawn.error);
  }

  return (
    <Card title={t`People and laptops`}>
      <Stack>
        {!team && <Spinner />}
        {team && !team.ok && <FailureView failure={team.error} />}
        {failure && <FailureView failure={failure} />}
        {team?.ok && (
          <>
            <h3>{t`People`}</h3>
            <PeopleList
              transport={transport}
              people={team.value.people}
              onCode={setNewcomer}
              onMoved={() => void ask()}
            />
            {team.value.enrolments.length > 0 && <h3>{t`Codes that wait for a laptop`}</h3>}
            <RowList>
              {team.value.enrolments.map(({ enrolment, person, endsAtMs }) => (
                <Row
                  key={enrolment}
                  title={<Figure>{person}</Figure>}
                  note={t`Good until ${format.dateTime(endsAtMs)}`}
                  actions={
                    <Button size="small" kind="quiet" onClick={() => void withdraw(enrolment)}>
                      {t`Withdraw`}
                    </Button>
                  }
                />
              ))}
            </RowList>
            {team.value.devices.length > 0 && <h3>{t`Laptops`}</h3>}
            <RowList>
              {team.value.devices.map((one) => (
                <Row
                  key={one.device}
                  title={
                    <>
                      <Figure>{one.person}</Figure> · <Figure>{shortKey(one.device)}</Figure>
                    </>
                  }
                  note={t`Since ${format.dateTime(one.registeredAtMs)}`}
                  actions={
                    one.isRevoked ? (
                      <Badge tone="warn">{t`Barred`}</Badge>
                    ) : (
                      <Button size="small" kind="danger" onClick={() => setLost(one)}>
                        {t`Lost: bar it`}
                      </Button>
                    )
                  }
                />
              ))}
            </RowList>
          </>
        )}
      </Stack>
      {newcomer && (
        <CodeDialog
          transport={transport}
          person={newcomer.person}
          role={newcomer.role}
          onClose={() => {
            setNewcomer(undefined);
            void ask();
          }}
        />
      )}
      {lost && (
        <BarDialog
          transport={transport}
          laptop={lost}
          onClose={() => {
            setLost(undefined);
            void ask();
          }}
        />
      )}
    </Card>
  );
}
