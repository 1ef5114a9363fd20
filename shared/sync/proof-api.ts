import { z } from 'zod';
import type { FeedId, Sha256 } from '../core/ids.ts';
import { feedIdSchema, sha256Schema } from '../core/ids.ts';
import type { Receipt } from '../records/receipt.ts';
import { receiptSchema } from '../records/receipt.ts';
import type { SignedHead, SignedRoot } from '../records/signed-head.ts';
import { signedHeadSchema, signedRootSchema } from '../records/signed-head.ts';

/** Most feeds of one question. */
export const MAX_ASKED_FEEDS = 40;
/** Most ranges of numbers of one feed in a question. */
export const MAX_ASKED_RANGES = 400;
const MAX_PROOF = 20_000;

/** The entries of a feed that are to be proved, by their numbers as ranges in order ("3,7-9"). */
export interface AskedFeed {
  readonly feed: FeedId;
  readonly numbers: string;
}

/** `POST /sync/proofs`: which entries of others are to be proved. */
export interface ProofQuestion {
  readonly feeds: readonly AskedFeed[];
}

/**
 * What a server has to show for a feed: the newest head that its device signed, the root it signed with it (none where the laptop was of before
 * trees), the hashes for the entries that were not asked for, and the receipt for all the server has of it. `head` is null for a feed that was
 * never signed, and for one of which this account reads nothing.
 */
export interface FeedEvidence {
  readonly feed: FeedId;
  readonly head: SignedHead | null;
  readonly tree: SignedRoot | null;
  readonly proof: readonly Sha256[];
  readonly receipt: Receipt;
}

/** The answer: the evidence for each feed, in the order of the question. */
export interface ProofAnswer {
  readonly epoch: string;
  readonly feeds: readonly FeedEvidence[];
}

const numbers = z
  .string()
  .regex(/^\d{1,15}(?:-\d{1,15})?(?:,\d{1,15}(?:-\d{1,15})?)*$/)
  .refine((text) => text.split(',').length <= MAX_ASKED_RANGES);

/** Parses a question. */
export const proofQuestionSchema: z.ZodType<ProofQuestion> = z.strictObject({
  feeds: z.array(z.strictObject({ feed: feedIdSchema, numbers })).max(MAX_ASKED_FEEDS),
});

/** Parses hashes that stand for the entries that are not shown. */
export const proofSchema: z.ZodType<readonly Sha256[]> = z.array(sha256Schema).max(MAX_PROOF);

/** Parses an answer; its signatures are not looked at. */
export const proofAnswerSchema: z.ZodType<ProofAnswer> = z.object({
  epoch: z.string(),
  feeds: z
    .array(
      z.object({
        feed: feedIdSchema,
        head: signedHeadSchema.nullable(),
        tree: signedRootSchema.nullable(),
        proof: proofSchema,
        receipt: receiptSchema,
      }),
    )
    .max(MAX_ASKED_FEEDS),
});
