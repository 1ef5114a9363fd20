import type { JSX } from 'react';
import css from './progress-bar.module.css';

interface ProgressBarProps {
  readonly value: number;
  readonly max: number;
  /** What progresses, for assistive technology; say the numbers in words beside the bar. */
  readonly label: string;
}

export function ProgressBar({ value, max, label }: ProgressBarProps): JSX.Element {
  const share = max > 0 ? Math.min(1, value / max) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      className={css['bar']}
    >
      <div className={css['done']} style={{ inlineSize: `${share * 100}%` }} />
    </div>
  );
}
