/**
 * States of records in the shape of `shared/records/packed-state.ts`. A state that was stored before keeps its paths as
 * they are, under another name, until it is written again: `paths` was its last member, so its first mention is that.
 */
export const packedStates = {
  name: '0002-packed-states',
  sql: `
update record set state = regexp_replace(state::text, ',"paths":\\{', ',"writes":[],"rest":{')::json;
`,
};
