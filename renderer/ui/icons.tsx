import type { JSX } from 'react';
import css from './icons.module.css';
import { joinClasses } from './join-classes.ts';

/** Outlines on a 20 by 20 grid, drawn with a 1.6 stroke. */
const outlines = {
  add: 'M10 4v12M4 10h12',
  'arrow-back': 'M16 10H4M9 5l-5 5 5 5',
  'arrow-forward': 'M4 10h12M11 5l5 5-5 5',
  'arrow-up': 'M10 16V4M5 9l5-5 5 5',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  camera: 'M3 6h3l1.5-2h5L14 6h3v10H3zM10 13.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5z',
  check: 'M4 10.5l4 4 8-9',
  'chevron-down': 'M5 7.5l5 5 5-5',
  'chevron-forward': 'M7.5 5l5 5-5 5',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4.5l3 1.5',
  close: 'M5 5l10 10M15 5L5 15',
  comment: 'M3 4h14v9.5H9L5.5 17v-3.5H3z',
  copy: 'M7 7h9.5v9.5H7zM13 7V3.5H3.5V13H7',
  disk: 'M3 4.5h14v4.5H3zM3 11h14v4.5H3zM13.5 6.75h.5M13.5 13.25h.5',
  download: 'M10 3v9.5M5.5 8.5L10 13l4.5-4.5M3.5 16.5h13',
  edit: 'M12.5 4.5l3 3L7 16H4v-3z',
  error: 'M6.7 2.5h6.6l4.2 4.2v6.6l-4.2 4.2H6.7l-4.2-4.2V6.7zM10 6v4.5M10 13.5v.3',
  eye: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 12.25a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5z',
  'eye-off':
    'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 12.25a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5zM3.5 16.5l13-13',
  grid: 'M3.5 3.5h5.5v5.5H3.5zM11 3.5h5.5v5.5H11zM3.5 11h5.5v5.5H3.5zM11 11h5.5v5.5H11z',
  filter: 'M3 4h14l-5.5 6.5V16l-3-1.5v-4z',
  history: 'M3.5 6.5V3M3.5 6.5H7M3.8 6.5A7 7 0 1 1 3 10M10 6.5v4l2.5 1.5',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 9.2v4.3M10 6.5v.3',
  keep: 'M7 3h6M8 3v5l-3 3.5h10L12 8V3M10 11.5V17',
  offline: 'M3 8a10 10 0 0 1 14 0M5.5 11a6.3 6.3 0 0 1 9 0M8 13.8a2.8 2.8 0 0 1 4 0M3.5 17l13-14',
  online: 'M3 8a10 10 0 0 1 14 0M5.5 11a6.3 6.3 0 0 1 9 0M8 13.8a2.8 2.8 0 0 1 4 0M10 16.4v.2',
  outbox: 'M3.5 12v4.5h13V12M10 13V3.5M6 7.5l4-4 4 4',
  person: 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 17c.5-3.5 3-5 6-5s5.5 1.5 6 5',
  pin: 'M10 17.5s5.5-4.8 5.5-9a5.5 5.5 0 0 0-11 0c0 4.2 5.5 9 5.5 9zM10 10.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  refresh: 'M16 4v4h-4M4 16v-4h4M15.5 8A6 6 0 0 0 5 6M4.5 12A6 6 0 0 0 15 14',
  remove: 'M4 10h12',
  return: 'M7.5 4.5L3.5 8.5l4 4M3.5 8.5H12a4 4 0 0 1 0 8H8',
  review: 'M4 3h12v14H4zM7 7l1 1 1.5-2M11.5 7H14M7 12l1 1 1.5-2M11.5 12H14',
  scales: 'M10 3v14M6 17h8M4 5.5h12M4.5 5.5L2 11.5h5zM15.5 5.5L13 11.5h5z',
  search: 'M8.8 14a5.2 5.2 0 1 0 0-10.4 5.2 5.2 0 0 0 0 10.4zM12.6 12.6L17 17',
  settings:
    'M3 6h7M14 6h3M3 14h3M10 14h7M12 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  money: 'M3 6h14v9H3zM10 8.5a2 2 0 1 0 .01 0M5.5 10.5h.01M14.5 10.5h.01',
  'sign-out': 'M12 4H4v12h8M8.5 10H17M13.5 6.5L17 10l-3.5 3.5',
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M8.5 8v8',
  today: 'M3.5 9L10 3.5 16.5 9v7.5h-4.7V12H8.2v4.5H3.5z',
  trash: 'M3.5 5.5h13M8 5.5V3.5h4v2M5.5 5.5l.7 11h7.6l.7-11M8.5 9v4.5M11.5 9v4.5',
  warning: 'M10 3l7.5 13.5h-15zM10 8v4M10 14.2v.2',
} as const;

/** Signs that point along the line of reading turn round with it; clocks, checks and the like do not. */
const turning: ReadonlySet<string> = new Set([
  'arrow-back',
  'arrow-forward',
  'chevron-forward',
  'comment',
  'return',
  'sign-out',
]);

export type IconName = keyof typeof outlines;

/** A sign beside or instead of words; never the only carrier of a meaning, so it is hidden from assistive technology. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 20 20"
      className={joinClasses(css['icon'], turning.has(name) && css['turning'])}
    >
      <path d={outlines[name]} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
