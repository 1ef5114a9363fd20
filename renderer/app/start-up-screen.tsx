import { useLingui } from '@lingui/react/macro';
import type { JSX, ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import { FailureView } from '../ui/failure-view.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { Welcome } from '../ui/welcome.tsx';
import type { UnlockedVault } from '../vault/open-vaults.ts';
import type { Start, StartedServices, StartProgress } from './start-up.ts';

type State =
  | StartProgress
  | { readonly kind: 'started'; readonly services: StartedServices }
  | { readonly kind: 'failed'; readonly failure: Failure };

interface StartUpScreenProps {
  readonly unlocked: UnlockedVault;
  readonly start: Start;
  readonly children: (services: StartedServices) => ReactNode;
}

/** Opens the store and says how far it is; what it cannot open it names, with the way out. */
export function StartUpScreen(props: StartUpScreenProps): ReactNode {
  const [attempt, setAttempt] = useState(1);
  return <Attempt key={attempt} {...props} onRetry={() => setAttempt(attempt + 1)} />;
}

interface AttemptProps extends StartUpScreenProps {
  readonly onRetry: () => void;
}

function Attempt({ unlocked, start, children, onRetry }: AttemptProps): ReactNode {
  const { t } = useLingui();
  const state = useStart(unlocked, start);
  if (state.kind === 'started') return children(state.services);
  if (state.kind === 'failed') {
    return (
      <Welcome title={t`Bazarnegar could not open your work`}>
        <FailureView failure={state.failure} />
        <Button kind="primary" icon="refresh" onClick={onRetry}>{t`Try again`}</Button>
      </Welcome>
    );
  }
  return (
    <Welcome title={t`Opening your work`}>
      {state.kind === 'checking' ? (
        <Spinner label={t`Checking what is on this laptop …`} />
      ) : (
        <Rebuilding done={state.done} total={state.total} />
      )}
    </Welcome>
  );
}

function useStart(unlocked: UnlockedVault, start: Start): State {
  const [state, setState] = useState<State>({ kind: 'checking' });
  useEffect(() => {
    let isCurrent = true;
    function show(next: State): void {
      if (isCurrent) setState(next);
    }
    void start(unlocked, show).then((started) =>
      show(
        started.ok
          ? { kind: 'started', services: started.value }
          : { kind: 'failed', failure: started.error },
      ),
    );
    return () => {
      isCurrent = false;
    };
  }, [unlocked, start]);
  return state;
}

function Rebuilding({
  done,
  total,
}: {
  readonly done: number;
  readonly total: number;
}): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const doneText = format.number(done);
  const totalText = format.number(total);
  return (
    <>
      <p>{t`Your work is all here. Its working copy is being made anew, once; this takes a moment.`}</p>
      <ProgressBar label={t`Making the working copy`} value={done} max={total} />
      <p>{t`${doneText} of ${totalText}`}</p>
    </>
  );
}
