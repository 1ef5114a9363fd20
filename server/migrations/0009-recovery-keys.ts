/** Whose keys open the vaults of a project's laptops beside their people: age recipients, as a JSON list. */
export const recoveryKeys = {
  name: '0009-recovery-keys',
  sql: `alter table project add column recovery_keys text not null default '[]';`,
};
