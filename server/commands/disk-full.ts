/** ENOSPC and EDQUOT of the system, 53100 (disk_full) of PostgreSQL. */
const codes: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** What an administrator can do about a disk without room; undefined for every other error. */
export function diskFullSentence(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (codes.has(Reflect.get(cause, 'code')) || /\bENOSPC\b|No space left/.test(cause.message)) {
      return 'the disk is full. What was kept until now stays; make room (another disk, or older back-ups elsewhere) and run the command again';
    }
  }
  return undefined;
}
