import { z } from 'zod';

/**
 * Every way an act can fail that a person must hear of or a caller must answer. A kind is `area/what`, stable for
 * ever: it crosses processes and the wire, and names the message shown. Details are plain data, never text for people.
 */
export const failureSchema = z.discriminatedUnion('kind', [
  // journal, disk, files
  z.strictObject({ kind: z.literal('journal/disk-full') }),
  z.strictObject({ kind: z.literal('journal/write-failed'), detail: z.string() }),
  z.strictObject({ kind: z.literal('journal/held-elsewhere') }),
  z.strictObject({ kind: z.literal('journal/newer-version'), version: z.number() }),
  z.strictObject({ kind: z.literal('journal/volume-missing'), volume: z.number() }),
  z.strictObject({ kind: z.literal('index/write-failed'), detail: z.string() }),
  // the vault
  z.strictObject({ kind: z.literal('vault/locked') }),
  z.strictObject({ kind: z.literal('vault/wrong-passphrase') }),
  z.strictObject({ kind: z.literal('vault/damaged'), detail: z.string() }),
  z.strictObject({ kind: z.literal('vault/newer-version'), version: z.number() }),
  z.strictObject({ kind: z.literal('vault/weak-parameters') }),
  z.strictObject({ kind: z.literal('vault/foreign-act'), frame: z.number() }),
  // sealing it for travel; all of them mean that nothing was destroyed
  z.strictObject({ kind: z.literal('vault/photos-missing'), count: z.number() }),
  z.strictObject({
    kind: z.literal('vault/unfinished-work'),
    drafts: z.number(),
    carried: z.number(),
  }),
  z.strictObject({ kind: z.literal('vault/not-read-back') }),
  z.strictObject({ kind: z.literal('vault/new-work') }),
  z.strictObject({ kind: z.literal('photo/not-an-image'), name: z.string() }),
  z.strictObject({ kind: z.literal('photo/cut-off'), name: z.string() }),
  z.strictObject({
    kind: z.literal('photo/too-many-pixels'),
    name: z.string(),
    megapixels: z.number(),
    limit: z.number(),
  }),
  z.strictObject({ kind: z.literal('photo/too-large'), bytes: z.number(), limit: z.number() }),
  z.strictObject({ kind: z.literal('photo/missing'), sha256: z.string() }),
  z.strictObject({ kind: z.literal('photo/no-room'), freeBytes: z.number(), limit: z.number() }),
  z.strictObject({ kind: z.literal('file/not-saved'), detail: z.string() }),
  z.strictObject({ kind: z.literal('file/wrong-kind'), name: z.string() }),
  z.strictObject({ kind: z.literal('file/newer-version'), version: z.number() }),
  z.strictObject({ kind: z.literal('copy/folder-missing'), folder: z.string() }),
  z.strictObject({ kind: z.literal('copy/disk-full'), folder: z.string() }),
  z.strictObject({ kind: z.literal('copy/not-written'), folder: z.string(), detail: z.string() }),
  z.strictObject({ kind: z.literal('copy/none-there'), folder: z.string() }),
  z.strictObject({ kind: z.literal('copy/laptop-not-empty') }),
  // bundles and receipts on a stick
  z.strictObject({ kind: z.literal('file/not-read'), detail: z.string() }),
  z.strictObject({ kind: z.literal('bundle/damaged'), detail: z.string() }),
  z.strictObject({ kind: z.literal('bundle/not-for-you') }),
  z.strictObject({ kind: z.literal('bundle/newer-version') }),
  z.strictObject({ kind: z.literal('bundle/other-project'), project: z.string() }),
  z.strictObject({ kind: z.literal('bundle/wrong-signature') }),
  z.strictObject({ kind: z.literal('bundle/your-own') }),
  z.strictObject({ kind: z.literal('bundle/nobody-to-open') }),
  z.strictObject({ kind: z.literal('bundle/not-as-written') }),
  z.strictObject({ kind: z.literal('receipt/not-a-receipt') }),
  z.strictObject({ kind: z.literal('receipt/not-yours') }),
  // the way to the server
  z.strictObject({ kind: z.literal('network/unreachable') }),
  z.strictObject({ kind: z.literal('network/no-server-set') }),
  z.strictObject({ kind: z.literal('network/bad-address'), address: z.string() }),
  z.strictObject({ kind: z.literal('network/not-our-server') }),
  // `date`: not valid at the time this laptop's clock shows; `issuer`: vouched for by nobody it trusts.
  z.strictObject({
    kind: z.literal('network/bad-certificate'),
    fault: z.enum(['date', 'name', 'issuer']),
  }),
  z.strictObject({ kind: z.literal('network/too-slow') }),
  z.strictObject({ kind: z.literal('server/busy') }),
  z.strictObject({ kind: z.literal('server/internal') }),
  z.strictObject({ kind: z.literal('server/too-large') }),
  z.strictObject({ kind: z.literal('server/bad-request'), detail: z.string() }),
  z.strictObject({ kind: z.literal('server/not-found') }),
  // people
  z.strictObject({ kind: z.literal('account/wrong-credentials') }),
  z.strictObject({ kind: z.literal('account/too-many-tries'), retryAfterSeconds: z.number() }),
  z.strictObject({ kind: z.literal('account/signed-out') }),
  z.strictObject({ kind: z.literal('account/sign-in-again') }),
  z.strictObject({ kind: z.literal('account/not-allowed') }),
  z.strictObject({ kind: z.literal('account/other-person'), person: z.string() }),
  z.strictObject({ kind: z.literal('account/ended'), person: z.string() }),
  z.strictObject({ kind: z.literal('device/unknown'), device: z.string() }),
  z.strictObject({ kind: z.literal('device/revoked'), device: z.string() }),
  z.strictObject({ kind: z.literal('device/wrong-signature'), feed: z.string() }),
  z.strictObject({ kind: z.literal('enrolment/wrong-code') }),
  z.strictObject({ kind: z.literal('enrolment/not-a-starter') }),
  // sync
  z.strictObject({ kind: z.literal('sync/update-needed'), protocol: z.number() }),
  z.strictObject({ kind: z.literal('sync/bad-batch'), detail: z.string() }),
  z.strictObject({ kind: z.literal('sync/gap'), feed: z.string(), expectedSeq: z.number() }),
  z.strictObject({ kind: z.literal('sync/forked-feed'), feed: z.string(), seq: z.number() }),
  z.strictObject({ kind: z.literal('sync/broken-chain'), feed: z.string(), seq: z.number() }),
  z.strictObject({ kind: z.literal('sync/no-room'), freeBytes: z.number() }),
  // what the server signs for
  z.strictObject({ kind: z.literal('sync/wrong-receipt'), problem: z.string() }),
  z.strictObject({ kind: z.literal('sync/other-server'), key: z.string() }),
  z.strictObject({ kind: z.literal('sync/server-outdated') }),
  z.strictObject({ kind: z.literal('sync/server-forgot'), feed: z.string(), seq: z.number() }),
  z.strictObject({ kind: z.literal('sync/audit-changed'), number: z.number() }),
  z.strictObject({ kind: z.literal('sync/audit-restored'), number: z.number() }),
  // what others wrote, held against the signatures of their laptops
  z.strictObject({
    kind: z.literal('sync/not-proved'),
    person: z.string(),
    problem: z.enum(['changed', 'unsigned', 'missing', 'went-back']),
    entries: z.number(),
  }),
  z.strictObject({
    kind: z.literal('sync/other-device'),
    person: z.string(),
    feed: z.string(),
    device: z.string(),
  }),
  z.strictObject({ kind: z.literal('sync/cannot-verify') }),
  // what a record may hold and who may write it
  z.strictObject({
    kind: z.literal('record/bad-answer'),
    record: z.string(),
    field: z.string(),
    problem: z.string(),
  }),
  z.strictObject({ kind: z.literal('record/unknown-form'), form: z.string(), version: z.number() }),
  z.strictObject({ kind: z.literal('record/not-yours'), record: z.string() }),
  z.strictObject({
    kind: z.literal('record/review-step'),
    record: z.string(),
    from: z.string(),
    to: z.string(),
  }),
  z.strictObject({ kind: z.literal('record/clock-ahead'), record: z.string() }),
  z.strictObject({ kind: z.literal('record/missing'), record: z.string() }),
  z.strictObject({ kind: z.literal('record/refused-before'), record: z.string() }),
]);

/** A failure, as plain data. */
export type Failure = z.infer<typeof failureSchema>;
/** The name of a failure. */
export type FailureKind = Failure['kind'];
/** The failure of one kind. */
export type FailureOf<K extends FailureKind> = Extract<Failure, { readonly kind: K }>;
