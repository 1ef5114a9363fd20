import type { Instant } from '#shared/core/instant.ts';

/** The name a package is offered under: what it is, of which project, and when it was made. */
export function exportName(project: string, exportedAt: Instant): string {
  const [day = '', time = ''] = exportedAt.split('T');
  return `bazarnegar-${project}-${day}-${time.slice(0, 5).replace(':', '')}.zip`;
}
