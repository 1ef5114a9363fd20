import { deviceKeySchema } from '#shared/core/device-key.ts';
import { personIdSchema } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import { noteAudit } from '../services/audit.ts';
import { createPasswords, generatePassword, MIN_PASSWORD_LENGTH } from '../services/passwords.ts';
import { endAccount, endSessions, setPassword } from '../store/account-store.ts';
import { findDevice, listDevices, revokeDevice } from '../store/device-store.ts';
import type { Command } from './command.ts';
import { withProject } from './command.ts';

/** The laptops of a project. */
export const showDevices: Command = {
  usage: 'list-devices [--project CODE]',
  summary: 'list the laptops whose signatures count, and those that were revoked',
  positionals: 0,
  options: { project: { type: 'string' } },
  run: async (invocation) =>
    withProject(invocation, async (db, project) => {
      const devices = await listDevices(db, project);
      if (devices.length === 0) return ok('No laptop has registered yet.');
      const lines = devices.map(({ device, person, role, registeredAt, isActive, isRevoked }) => {
        const state = isRevoked ? 'revoked' : isActive ? 'counts' : 'its account has ended';
        return `${device}  ${person} (${role})  since ${registeredAt.toISOString()}  ${state}`;
      });
      return ok(lines.join('\n'));
    }),
};

/** A lost laptop: what it signed until now counts, what comes after is kept aside. */
export const barDevice: Command = {
  usage: 'revoke-device KEY [--project CODE]',
  summary: 'take nothing more from a laptop (lost, stolen): what comes from it goes to quarantine',
  positionals: 1,
  options: { project: { type: 'string' } },
  run: async (invocation) =>
    withProject(invocation, async (db, project) => {
      const key = deviceKeySchema.safeParse(invocation.positionals[0]);
      const found = key.success && (await findDevice(db, project, key.data));
      if (!found) return err('there is no laptop of this key: list-devices');
      const { account, device } = found;
      const isRevoked = await revokeDevice(db, project, device, new Date(invocation.nowMs()));
      await endSessions(db, project, account.account);
      const event = { action: 'device-barred', by: null, to: device } as const;
      if (isRevoked) await noteAudit({ db, nowMs: invocation.nowMs }, project, event);
      return isRevoked
        ? ok(`Revoked. ${account.person} is signed out everywhere and signs in again elsewhere.`)
        : err('it was revoked before');
    }),
};

const personOptions = { person: { type: 'string' }, project: { type: 'string' } } as const;

/** Someone who left the team. */
export const closeAccount: Command = {
  usage: 'end-account --person CODE [--project CODE]',
  summary: 'let nobody sign in with an account any more, and take nothing more of it',
  positionals: 0,
  options: personOptions,
  run: async (invocation) =>
    withProject(invocation, async (db, project) => {
      const person = personIdSchema.safeParse(invocation.option('person'));
      const isEnded = person.success && (await endAccount(db, project, person.data));
      if (!isEnded) return err('--person must be the code of a person with an account');
      const event = { action: 'account-ended', by: null, to: person.data } as const;
      await noteAudit({ db, nowMs: invocation.nowMs }, project, event);
      return ok(`The account of ${person.data} has ended. What it wrote until now stays.`);
    }),
};

/** A forgotten password. */
export const resetPassword: Command = {
  usage: 'reset-password --person CODE [--project CODE] [--password-stdin]',
  summary: 'give an account a new password and sign it out everywhere',
  positionals: 0,
  options: { ...personOptions, 'password-stdin': { type: 'boolean' } },
  run: async (invocation) =>
    withProject(invocation, async (db, project) => {
      const isTyped = invocation.flag('password-stdin');
      const password = isTyped ? await invocation.readLine() : generatePassword();
      if (password.length < MIN_PASSWORD_LENGTH || password.length > 200) {
        return err(`the password must have ${MIN_PASSWORD_LENGTH} to 200 characters`);
      }
      const person = personIdSchema.safeParse(invocation.option('person'));
      const hash = await createPasswords().hash(password);
      const isSet = person.success && (await setPassword(db, project, person.data, hash));
      if (!isSet) return err('--person must be the code of a person with an account');
      const event = { action: 'password-reset', by: null, to: person.data } as const;
      await noteAudit({ db, nowMs: invocation.nowMs }, project, event);
      return ok(isTyped ? 'The password is set.' : `Password (shown once): ${password}`);
    }),
};
