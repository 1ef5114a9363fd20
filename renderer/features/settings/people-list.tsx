import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import { mayPutInTeam, spansProject } from '#shared/rules/permissions.ts';
import type { TeamOverview } from '#shared/sync/team-api.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { roleLabels } from '../../i18n/role-labels.ts';
import { useServices } from '../../services/use-services.ts';
import type { Transport } from '../../sync/http-transport.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { byTeam } from './by-team.ts';
import { TeamDialog } from './team-dialog.tsx';
import { DataText } from '../../ui/data-text.tsx';

type Person = TeamOverview['people'][number];

interface PeopleListProps {
  readonly transport: Transport;
  readonly people: readonly Person[];
  readonly onCode: (person: Person) => void;
  readonly onMoved: () => void;
}

/** Who has an account, team by team, and what can be done for them. */
export function PeopleList({ transport, people, onCode, onMoved }: PeopleListProps): JSX.Element {
  const { t, i18n } = useLingui();
  const { identity } = useServices();
  const { language } = usePreferences();
  const [moved, setMoved] = useState<Person>();
  const groups = byTeam(people, language);
  const teams = groups.flatMap(({ team }) => team ?? []);

  function noteOf({ role, team }: Person): string {
    const label = i18n._(roleLabels[role]);
    // Where nobody is in a team there is nothing to tell apart.
    return teams.length > 0 && spansProject(role, team ?? null)
      ? t`${label} · reaches every team`
      : label;
  }

  return (
    <>
      {groups.map(({ team, members }) => (
        <section key={team ?? ''}>
          {teams.length > 0 && (
            <h4>
              {team === null || team === undefined ? t`In no team` : <DataText>{team}</DataText>}
            </h4>
          )}
          <RowList>
            {members.map((person) => (
              <Row
                key={person.person}
                title={<Figure>{person.person}</Figure>}
                note={noteOf(person)}
                actions={
                  <>
                    {!person.isActive && <Badge tone="warn">{t`Account ended`}</Badge>}
                    {person.team !== undefined && mayPutInTeam(identity.role, person.role) && (
                      <Button size="small" onClick={() => setMoved(person)}>{t`Team`}</Button>
                    )}
                    {person.isActive && (
                      <Button size="small" onClick={() => onCode(person)}>
                        {t`Code for a laptop`}
                      </Button>
                    )}
                  </>
                }
              />
            ))}
          </RowList>
        </section>
      ))}
      {moved && (
        <TeamDialog
          transport={transport}
          moved={moved}
          teams={teams}
          onClose={() => {
            setMoved(undefined);
            onMoved();
          }}
        />
      )}
    </>
  );
}
