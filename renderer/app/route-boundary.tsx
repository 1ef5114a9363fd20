import { useLingui } from '@lingui/react/macro';
import type { JSX, ReactNode } from 'react';
import { Component } from 'react';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Inline } from '../ui/stack.tsx';

interface RouteBoundaryProps {
  /** A fault belongs to the address it happened at. */
  readonly address: string;
  readonly children: ReactNode;
}

interface RouteBoundaryState {
  readonly error: Error | undefined;
  readonly address: string;
}

/**
 * Keeps a fault of one screen from taking the others down. A new address clears it without mounting the screen anew: what is
 * typed right after "finish and next" must find the next form there.
 */
export class RouteBoundary extends Component<RouteBoundaryProps, RouteBoundaryState> {
  override state: RouteBoundaryState = { error: undefined, address: this.props.address };

  static getDerivedStateFromError(error: unknown): Partial<RouteBoundaryState> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(
    { address }: RouteBoundaryProps,
    state: RouteBoundaryState,
  ): RouteBoundaryState | null {
    return address === state.address ? null : { error: undefined, address };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <BrokenScreen error={error} onRetry={() => this.setState({ error: undefined })} />;
  }
}

interface BrokenScreenProps {
  readonly error: Error;
  readonly onRetry: () => void;
}

function BrokenScreen({ error, onRetry }: BrokenScreenProps): JSX.Element {
  const { t } = useLingui();
  return (
    <Page title={t`This screen could not be shown`}>
      <Notice tone="warn" title={t`Nothing is lost`}>
        <p>{t`What you typed is saved on this laptop up to the last second. Try again, or go on with something else and come back.`}</p>
        <p dir="ltr">{error.message}</p>
      </Notice>
      <Inline>
        <Button kind="primary" icon="refresh" onClick={onRetry}>
          {t`Try again`}
        </Button>
        <ButtonLink to="/">{t`Go to Today`}</ButtonLink>
      </Inline>
    </Page>
  );
}
