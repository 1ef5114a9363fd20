/** When a person signed in with a password or a code; null for a session that a laptop's key began. Those of before are not known to be fresh. */
export const signIns = {
  name: '0012-sign-ins',
  sql: `alter table session add column signed_in_at timestamptz;`,
};
