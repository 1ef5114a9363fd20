import type { Instant } from '#shared/core/instant.ts';

/** The name a package is offered under: what it is, of which project, and when it was made. */
export function exportName(project: string, exportedAt: Instant): string {
  const [day = '', time = ''] = exportedAt.split('T');
  return `bazarnegar-${project}-${day}-${time.slice(0, 5).replace(':', '')}.zip`;
}

/** What names of sealed bundles end in. */
export const SEALED_ENDING = '.bzc';

/** The name a sealed bundle is offered under: nothing of the project or the day, for a stick may be lost. */
export function sealedName(id: string): string {
  return `bazarnegar-${id.slice(0, 8)}${SEALED_ENDING}`;
}
