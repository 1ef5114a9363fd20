/**
 * The one key pair the server signs receipts with (Ed25519; the parts of a JWK, RFC 8037). The program makes it: SQL cannot.
 */
export const serverKey = {
  name: '0004-server-key',
  sql: `
create table server_key (
  is_only boolean primary key default true check (is_only),
  public_key text not null,
  private_key text not null,
  made_at timestamptz not null default now()
);
`,
};
