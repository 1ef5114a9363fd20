/**
 * States of records in the shape of `shared/records/packed-state.ts`, and as text: the database has nothing to ask of
 * them, and reads through JSON twice to store it. A record of one entry has no state of its own: it follows from the entry. A state that was stored before keeps its paths as
 * they are, under another name, until it is written again: `paths` was its last member, so its first mention is that.
 */
export const packedStates = {
  name: '0002-packed-states',
  sql: `
alter table record alter column state drop not null, alter column state type text
  using regexp_replace(state::text, ',"paths":\\{', ',"writes":[],"rest":{');
`,
};
