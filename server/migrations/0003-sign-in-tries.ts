/**
 * Counts of sign-ins, for all processes alike. `key` is the hash of a name or an address. Not keyed by a project: who signs in
 * has none yet. Not in a back-up: a count is over in minutes.
 */
export const signInTries = {
  name: '0003-sign-in-tries',
  sql: `
create table sign_in_try (
  key text primary key,
  tries integer not null,
  ends_at timestamptz not null
);
`,
};
