/**
 * Devices by their public Ed25519 key, each of one account; `recipient`: the age recipient of a device that reads bundles.
 * `enrolled_by`: the enrolment that vouched for a device the server first met in a bundle; one enrolment vouches for one device.
 * A feed with a `device` goes on signed. `bundle_key`: the server's own age keys; the program makes them, SQL cannot.
 */
export const devices = {
  name: '0005-devices',
  sql: `
create table device (
  project text not null,
  device text not null,
  account text not null,
  recipient text,
  enrolled_by text,
  registered_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (project, device),
  unique (project, enrolled_by),
  foreign key (project, account) references account (project, account)
);

create table enrolment (
  project text not null,
  enrolment text not null,
  account text not null,
  made_at timestamptz not null default now(),
  ends_at timestamptz not null,
  primary key (project, enrolment),
  foreign key (project, account) references account (project, account)
);

alter table feed add column device text;
alter table feed add column signed_seq bigint;
alter table feed add column signed_hash text;
alter table feed add column signature text;

create table bundle_key (
  is_only boolean primary key default true check (is_only),
  recipient text not null,
  identity text not null,
  made_at timestamptz not null default now()
);
`,
};
