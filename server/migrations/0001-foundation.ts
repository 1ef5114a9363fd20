/**
 * Every table is keyed by its project first, so that projects can be spread over machines; ids are made on devices.
 * `entry.position` is the order in which entries became visible, without gaps in a project; `entry.body` is the
 * entry's canonical JSON as text, so that its hash can be checked for ever. `reader` is who may read it beside
 * the reviewers: who wrote the record first, and for a comment whoever filled in what it is about. `quarantine.in_chain`: the refused entry took its number in the feed.
 */
export const foundation = {
  name: '0001-foundation',
  sql: `
create table epoch (
  is_only boolean primary key default true check (is_only),
  id text not null,
  begun_at timestamptz not null default now()
);
insert into epoch (id) values (gen_random_uuid()::text);

create table project (
  project text primary key,
  name text not null,
  is_sample boolean not null default false,
  created_at timestamptz not null default now()
);

create table account (
  project text not null references project (project),
  account text not null,
  name text not null,
  name_key text not null unique,
  person text not null,
  role text not null check (role in ('surveyor', 'supervisor', 'secretariat')),
  password_hash text not null,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (project, account),
  unique (project, person)
);

create table session (
  project text not null,
  token_hash text not null,
  account text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (project, token_hash),
  foreign key (project, account) references account (project, account)
);

create table feed (
  project text not null references project (project),
  feed text not null,
  account text,
  person text not null,
  seq bigint not null default 0,
  hash text not null,
  stamp text,
  created_at timestamptz not null default now(),
  primary key (project, feed)
);

create table entry (
  project text not null,
  position bigint not null,
  feed text not null,
  seq bigint not null,
  hash text not null,
  record text not null,
  kind text not null,
  author text not null,
  reader text not null,
  body text not null,
  received_at timestamptz not null default now(),
  primary key (project, position),
  unique (project, feed, seq)
);
create index entry_by_record on entry (project, record);

create table record (
  project text not null,
  record text not null,
  kind text not null,
  owner text not null,
  reader text not null,
  review text,
  state json not null,
  primary key (project, record)
);
create index record_by_kind on record (project, kind, record);

create table quarantine (
  project text not null,
  feed text not null,
  seq bigint not null,
  hash text not null,
  in_chain boolean not null,
  account text not null,
  failure text not null,
  body text not null,
  received_at timestamptz not null default now(),
  primary key (project, feed, seq, hash)
);

create table photo (
  project text not null,
  sha256 text not null,
  bytes bigint not null,
  media_type text not null,
  account text not null,
  added_at timestamptz not null default now(),
  primary key (project, sha256)
);
`,
};
