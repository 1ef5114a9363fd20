/**
 * The version of the sync protocol this program speaks. 1: JSON batches, push, pull, photos by hash. 2: pushes and
 * pages of pulls are segments (both November 2026).
 */
export const PROTOCOL_VERSION = 2;
/** The version before: a server still takes its pushes and answers its pulls. */
export const PREVIOUS_PROTOCOL = 1;
