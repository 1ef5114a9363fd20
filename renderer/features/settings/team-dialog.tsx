import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import { searchKey } from '#shared/core/search-key.ts';
import { teamNameSchema } from '#shared/records/team.ts';
import type { TeamOverview } from '#shared/sync/team-api.ts';
import type { Transport } from '../../sync/http-transport.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Inline, Stack } from '../../ui/stack.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface TeamDialogProps {
  readonly transport: Transport;
  readonly moved: TeamOverview['people'][number];
  /** The teams there are. */
  readonly teams: readonly string[];
  readonly onClose: () => void;
}

/** Puts a person into a team, into a new one by typing its name, or into none. */
export function TeamDialog({ transport, moved, teams, onClose }: TeamDialogProps): JSX.Element {
  const { t } = useLingui();
  const { person } = moved;
  const now = moved.team ?? null;
  const [typed, setTyped] = useState(now ?? '');
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const named = teamNameSchema.safeParse(typed);
  const isNamed = named.success && named.data !== now;
  const isWrong = typed.trim() !== '' && !named.success;

  async function put(team: string | null): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    const moving = await transport.putInTeam(person, { team });
    setIsBusy(false);
    if (moving.ok) onClose();
    else setFailure(moving.error);
  }

  return (
    <Dialog
      title={t`The team of ${person}`}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="primary"
            busy={isBusy}
            disabled={!isNamed}
            onClick={() => isNamed && void put(named.data)}
          >
            {t`Put into this team`}
          </Button>
          {now !== null && (
            <Button busy={isBusy} onClick={() => void put(null)}>
              {t`Take out of the team`}
            </Button>
          )}
          <Button kind="quiet" onClick={onClose}>{t`Not now`}</Button>
        </>
      }
    >
      <Stack>
        <p>
          {moved.role === 'supervisor'
            ? t`A supervisor in a team reads, reviews and hands out codes for its people alone; one in no team does so for everybody.`
            : t`What ${person} surveyed goes to the supervisors of this team, and to those in no team. Laptops keep what they read before.`}
        </p>
        <TextField
          label={t`Team`}
          value={typed}
          error={isWrong ? t`1 to 64 letters, digits, spaces, points and dashes.` : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Inline>
          {teams
            .filter((team) => searchKey(team) !== searchKey(typed))
            .map((team) => (
              <Button key={team} size="small" onClick={() => setTyped(team)}>
                {team}
              </Button>
            ))}
        </Inline>
        {failure && <FailureView failure={failure} />}
      </Stack>
    </Dialog>
  );
}
