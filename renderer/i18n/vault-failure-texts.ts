import { msg } from '@lingui/core/macro';
import type { FailureKind } from '#shared/core/failure.ts';
import type { TextMaker } from './text-maker.ts';
import { updateKeepsAll } from './shared-advice.ts';

type VaultKind = Extract<FailureKind, `vault/${string}`>;

/** What can go wrong with the vault in which the work lies. */
export const vaultTexts: { readonly [K in VaultKind]: TextMaker<K> } = {
  'vault/locked': () => ({
    what: msg`The vault is locked.`,
    advice: msg`Your work is safe in it. Open it with your passphrase to go on.`,
  }),
  'vault/wrong-passphrase': () => ({
    what: msg`No vault on this laptop opens with that.`,
    advice: msg`Nothing was changed. Check the words and their order; the keyboard’s language does not matter, nor do capitals and spaces.`,
  }),
  'vault/damaged': () => ({
    what: msg`The vault’s key file is damaged or was changed.`,
    advice: msg`Your work is still there. Do not delete anything, and tell the secretariat: a copy of the file opens it.`,
  }),
  'vault/newer-version': () => ({
    what: msg`This vault was made by a newer version of Bazarnegar.`,
    advice: updateKeepsAll,
  }),
  'vault/weak-parameters': () => ({
    what: msg`The vault’s key file asks for a weaker protection than is allowed.`,
    advice: msg`Do not type your passphrase: somebody has changed the file. Tell the secretariat.`,
  }),
  'vault/foreign-act': () => ({
    what: msg`A part of the journal was not written by this vault, or was changed.`,
    advice: msg`Nothing was thrown away. Do not delete anything, and tell the secretariat: somebody has changed files on this laptop.`,
  }),
  'vault/photos-missing': ({ count }, format) => {
    const number = format.number(count);
    return {
      what: msg`Photos that were not sent yet are not whole on this laptop: ${number}.`,
      advice: msg`Nothing was destroyed. Take them again or delete their records, or sync where there is a network; then seal.`,
    };
  },
  'vault/unfinished-work': ({ drafts, carried }, format) => {
    const draftNumber = format.number(drafts);
    const carriedNumber = format.number(carried);
    return {
      what: msg`A bundle does not carry all that is here. Drafts: ${draftNumber}. Work of others that was not handed on: ${carriedNumber}.`,
      advice: msg`Nothing was destroyed. Finish or delete the drafts, and send the work of others; or give this vault recovery keys, which open all of it later.`,
    };
  },
  'vault/not-read-back': () => ({
    what: msg`The bundle could not be read back, so nobody knows that it is whole.`,
    advice: msg`Nothing was destroyed. Save it where this program can read it: in the desktop app, or in a browser that asks where to save.`,
  }),
  'vault/new-work': () => ({
    what: msg`Something was written since the bundle was made.`,
    advice: msg`Nothing was destroyed. Begin anew, so that it is carried too.`,
  }),
};
