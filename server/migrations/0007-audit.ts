/**
 * Who did what, by project, each line chained to the one before by its hash; lines are added alone. A trigger refuses every other write, so
 * that a slip of the hand changes nothing; whoever takes the trigger away is found by the chain.
 */
export const audit = {
  name: '0007-audit',
  sql: `
create table audit (
  project text not null,
  number integer not null,
  hash text not null,
  body text not null,
  primary key (project, number)
);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'lines of the audit are never changed';
end $$;

create trigger audit_is_kept before update or delete on audit
  for each row execute function refuse_audit_change();
create trigger audit_is_not_emptied before truncate on audit
  for each statement execute function refuse_audit_change();
`,
};
