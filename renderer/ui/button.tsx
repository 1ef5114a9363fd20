import type { ComponentProps, JSX, MouseEvent } from 'react';
import { Link } from 'wouter';
import css from './button.module.css';
import type { IconName } from './icons.tsx';
import { Icon } from './icons.tsx';
import { joinClasses } from './join-classes.ts';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  readonly kind?: ButtonKind | undefined;
  readonly size?: 'normal' | 'small' | undefined;
  readonly icon?: IconName | undefined;
}

type ButtonProps = Omit<ComponentProps<'button'>, 'className' | 'style'> &
  Look & {
    /** An act that is under way: the button keeps its focus and ignores further presses. */
    readonly busy?: boolean | undefined;
  };

export function Button(props: ButtonProps): JSX.Element {
  const { kind, size, icon, busy = false, onClick, children, type = 'button', ...rest } = props;
  function press(event: MouseEvent<HTMLButtonElement>): void {
    if (busy) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <button
      {...rest}
      type={type}
      className={lookOf({ kind, size })}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={press}
    >
      {busy ? <span className={css['busy']} /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

type ButtonLinkProps = Omit<ComponentProps<'a'>, 'className' | 'style' | 'href'> &
  Look & { readonly to: string };

/** A place to go, in the shape of a button. */
export function ButtonLink({
  kind,
  size,
  icon,
  to,
  children,
  ...rest
}: ButtonLinkProps): JSX.Element {
  return (
    <Link {...rest} href={to} className={lookOf({ kind, size })}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

type IconButtonProps = Omit<
  ComponentProps<'button'>,
  'className' | 'style' | 'children' | 'aria-label'
> & {
  readonly icon: IconName;
  /** What it does, said to everyone: as a tooltip and to assistive technology. */
  readonly label: string;
};

export function IconButton({ icon, label, ...rest }: IconButtonProps): JSX.Element {
  return (
    <button type="button" {...rest} aria-label={label} title={label} className={css['iconOnly']}>
      <Icon name={icon} />
    </button>
  );
}

function lookOf({ kind = 'secondary', size = 'normal' }: Look): string {
  return joinClasses(css['button'], css[kind], size === 'small' && css['small']);
}
