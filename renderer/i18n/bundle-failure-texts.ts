import { msg } from '@lingui/core/macro';
import type { FailureKind } from '#shared/core/failure.ts';
import type { TextMaker } from './text-maker.ts';
import { safeTellSecretariat, updateKeepsAll } from './shared-advice.ts';

type StickKind = Extract<
  FailureKind,
  | 'file/not-read'
  | 'account/ended'
  | `bundle/${string}`
  | `receipt/${string}`
  | `device/${string}`
  | `enrolment/${string}`
>;

/** What can go wrong with what comes and goes by stick, and with the keys of laptops. */
export const bundleTexts: { readonly [K in StickKind]: TextMaker<K> } = {
  'file/not-read': () => ({
    what: msg`The file could not be read to its end.`,
    advice: msg`Nothing was changed. Check that the stick is plugged in, and choose the file again: what was taken in already is not taken in twice.`,
  }),
  'bundle/damaged': () => ({
    what: msg`This file is no bundle, or it is damaged.`,
    advice: msg`Nothing was taken in. Copy it again from the stick, or ask its sender to make it anew: their work is still on their laptop.`,
  }),
  'bundle/not-for-you': () => ({
    what: msg`This bundle was made for others: it cannot be opened here.`,
    advice: msg`Nothing was taken in. Hand it to a supervisor or the secretariat, or sync once on both laptops and have it made anew.`,
  }),
  'bundle/newer-version': () => ({
    what: msg`This bundle was made by a newer version of Bazarnegar.`,
    advice: updateKeepsAll,
  }),
  'bundle/other-project': ({ project }) => ({
    what: msg`This bundle is of another project (${project}).`,
    advice: msg`Nothing was taken in. Give it to those who work on that project.`,
  }),
  'bundle/wrong-signature': () => ({
    what: msg`This bundle was not made by whom it names, or was changed since.`,
    advice: msg`Nothing was taken in. Keep the file and tell the secretariat; ask its sender for a new one.`,
  }),
  'bundle/your-own': () => ({
    what: msg`This bundle is your own.`,
    advice: msg`Its work is on this laptop already. Hand it to your supervisor or the secretariat.`,
  }),
  'bundle/nobody-to-open': () => ({
    what: msg`This laptop does not know yet for whom bundles are made.`,
    advice: msg`Your work is safe on this laptop. Connect to the server once, so that it learns the keys of those who may open them.`,
  }),
  'bundle/not-as-written': () => ({
    what: msg`What was read back from the stick is not what was written to it.`,
    advice: msg`Your work is safe on this laptop. Do not rely on this file: use another stick.`,
  }),
  'receipt/not-a-receipt': () => ({
    what: msg`This file is no receipt of the server.`,
    advice: msg`Nothing was changed. Choose the file that came back with the stick; its name ends in .bzr.`,
  }),
  'receipt/not-yours': () => ({
    what: msg`This receipt says nothing of the work on this laptop.`,
    advice: msg`Nothing was changed. Ask for the receipt of your own bundle.`,
  }),
  'account/ended': ({ person }) => ({
    what: msg`The account of ${person} has ended: the server takes nothing more of it.`,
    advice: msg`What it wrote is kept apart and can be looked into. Speak with the secretariat.`,
  }),
  'enrolment/wrong-code': () => ({
    what: msg`This code is not valid, or not any more.`,
    advice: msg`A code is good for one laptop and for the time your supervisor named. Check the digits, or ask for a new one.`,
  }),
  'enrolment/not-a-starter': () => ({
    what: msg`This code does not open this file.`,
    advice: msg`Nothing was changed. Check the digits and that it is the starter file made for you; if it stays so, ask your supervisor for both anew.`,
  }),
  'device/unknown': () => ({
    what: msg`The server does not know the laptop this comes from, or you have not heard of it yet.`,
    advice: msg`Nothing was changed. Sync once and try again. If it stays so, tell the secretariat.`,
  }),
  'device/revoked': () => ({
    what: msg`This laptop was barred by the secretariat: what it sends is kept apart.`,
    advice: msg`Nothing is lost. Speak with the secretariat: they can look into what was kept.`,
  }),
  'device/wrong-signature': () => ({
    what: msg`The signature of a laptop does not fit what was sent.`,
    advice: safeTellSecretariat,
  }),
};
