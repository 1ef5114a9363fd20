/**
 * The root of the tree over a feed that its device signed with its head, and the peaks of the tree up to the feed's own number, from which it
 * grows. Feeds of before have none: theirs are computed when the next signed batch comes.
 */
export const feedTrees = {
  name: '0013-feed-trees',
  sql: `
alter table feed add column signed_root text;
alter table feed add column root_signature text;
alter table feed add column peaks text;
`,
};
