import type { JSX } from 'react';
import css from './progress-bar.module.css';

interface ProgressBarProps {
  readonly value: number;
  readonly max: number;
  /** What progresses, for assistive technology; say the numbers in words beside the bar. */
  readonly label: string;
}

export function ProgressBar({ value, max, label }: ProgressBarProps): JSX.Element {
  return (
    <progress
      className={css['bar']}
      aria-label={label}
      value={Math.min(value, max)}
      max={Math.max(max, 1)}
    />
  );
}
