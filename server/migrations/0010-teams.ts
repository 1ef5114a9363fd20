/** Which team an account is in; who is in none is reached by the secretariat, and by supervisors who are in none. */
export const teams = {
  name: '0010-teams',
  sql: `alter table account add column team text;`,
};
