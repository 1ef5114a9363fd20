/** Sessions from before, whose use moved their end, end a day after their start as well. */
export const sessionEnds = {
  name: '0011-session-ends',
  sql: `
update session set expires_at = created_at + interval '24 hours'
where expires_at > created_at + interval '24 hours';
`,
};
