/** The version of the sync protocol this program speaks. 1: JSON batches, push, pull, photos by hash (November 2026). */
export const PROTOCOL_VERSION = 1;
