/**
 * What a comment is about, so that comments which came before it are given to its owner when it comes. Named in the entry that made the
 * comment and never changed; a record of one entry has no state it could be read from.
 */
export const commentSubjects = {
  name: '0008-comment-subjects',
  sql: `
alter table record add column subject text;
update record set subject = made.subject
from (
  select project, record, body::json -> 'set' ->> 'on_record' as subject from entry where kind = 'comment'
) as made
where record.project = made.project and record.record = made.record and made.subject is not null;
create index record_subject on record (project, subject) where subject is not null;
`,
};
