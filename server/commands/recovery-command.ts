import { err, ok } from '#shared/core/result.ts';
import { LEAST_RECIPIENTS, recipientSchema } from '#shared/vault/key-file.ts';
import { noteAudit } from '../services/audit.ts';
import { setRecoveryKeys } from '../store/project-store.ts';
import type { Command } from './command.ts';
import { withProject } from './command.ts';

/** The keys of people who can open a vault whose words are lost. */
export const giveRecoveryKeys: Command = {
  usage: 'set-recovery-keys KEY,KEY[,KEY ...] [--project CODE]',
  summary:
    'offer every laptop these public keys (age1…) for its vault; their other halves lie in the office, not here',
  positionals: 1,
  options: { project: { type: 'string' } },
  run: async (invocation) =>
    withProject(invocation, async (db, project) => {
      const keys = [
        ...new Set((invocation.positionals[0] ?? '').split(',').map((key) => key.trim())),
      ];
      const wrong = keys.filter((key) => !recipientSchema.safeParse(key).success);
      if (wrong.length > 0) return err(`no public key of age: ${wrong.join(', ')}`);
      if (keys.length < LEAST_RECIPIENTS) return err('two keys at least: one person may be ill');
      await setRecoveryKeys(db, project, keys);
      const event = { action: 'recovery-keys-set', by: null, to: keys.join(',') } as const;
      await noteAudit({ db, nowMs: invocation.nowMs }, project, event);
      return ok(`${keys.length} keys are offered to every laptop with its next sync.`);
    }),
};
