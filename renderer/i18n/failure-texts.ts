import { isolatedLeftToRight } from '#shared/core/bidi.ts';
import { msg } from '@lingui/core/macro';
import type { Failure, FailureKind, FailureOf } from '#shared/core/failure.ts';
import type { FailureText, TextMaker } from './text-maker.ts';
import { bundleTexts } from './bundle-failure-texts.ts';
import type { Format } from './format.ts';
import { proofTexts } from './proof-failure-texts.ts';
import { safeTellSecretariat, updateKeepsAll } from './shared-advice.ts';
import { vaultTexts } from './vault-failure-texts.ts';

const safeHere = msg`Your work is safe on this laptop and is sent by itself as soon as the server answers.`;

const certificateTexts: Readonly<
  Record<FailureOf<'network/bad-certificate'>['fault'], FailureText>
> = {
  date: {
    what: msg`The server’s certificate is not valid on the date this laptop shows.`,
    advice: msg`Nothing was sent, and your work is safe on this laptop. Check the laptop’s date and time first; if they are right, tell the secretariat that the certificate has run out.`,
  },
  name: {
    what: msg`The server’s certificate is for another address.`,
    advice: msg`Nothing was sent, and your work is safe on this laptop. Check the address in the settings. In a hotel or an office the network may want you to sign in on its own page first.`,
  },
  issuer: {
    what: msg`Nobody this laptop trusts vouches for the server’s certificate.`,
    advice: msg`Nothing was sent, and your work is safe on this laptop. Another network may get through; if this one is the secretariat’s own, tell the secretariat.`,
  },
};

const makers: { readonly [K in FailureKind]: TextMaker<K> } = {
  ...bundleTexts,
  ...proofTexts,
  ...vaultTexts,
  'journal/disk-full': () => ({
    what: msg`The disk is full: the last change could not be saved.`,
    advice: msg`Everything saved before it is safe. Keep this window open, free some space on the disk, and it is saved.`,
  }),
  'journal/write-failed': () => ({
    what: msg`The disk did not take the last change.`,
    advice: msg`Everything saved before it is safe. Keep this window open and check the disk.`,
  }),
  'journal/held-elsewhere': () => ({
    what: msg`Bazarnegar is already open in another window.`,
    advice: msg`Only one window writes, so that nothing gets mixed up. Go on in the other window, or close it and try again here.`,
  }),
  'journal/newer-version': () => ({
    what: msg`The work on this laptop was written by a newer version of Bazarnegar.`,
    advice: updateKeepsAll,
  }),
  'journal/volume-missing': ({ volume }, format) => {
    const number = format.number(volume);
    return {
      what: msg`File ${number} of the journal is no longer in its folder.`,
      advice: msg`Nothing was changed, so that nothing gets lost. Put the file back, from the recycle bin, the antivirus or your copy, and try again.`,
    };
  },
  'index/write-failed': () => ({
    what: msg`The working copy on this laptop could not be written.`,
    advice: msg`All your work is safe in the journal. Close Bazarnegar and open it again: the working copy is made anew from it.`,
  }),
  'photo/not-an-image': ({ name }) => ({
    what: msg`The file “${name}” is not a photo that can be read.`,
    advice: msg`Nothing was changed. Choose a JPEG, PNG or WebP photo.`,
  }),
  'photo/cut-off': ({ name }) => ({
    what: msg`The end of the photo “${name}” is missing: it was not copied whole.`,
    advice: msg`Nothing was changed. Copy it from the phone again.`,
  }),
  'photo/too-many-pixels': ({ name, megapixels, limit }, format) => {
    const size = format.number(megapixels);
    const most = format.number(limit);
    return {
      what: msg`The photo “${name}” has ${size} million pixels, and ${most} million are the most.`,
      advice: msg`Nothing was changed. Take the photo again at a lower resolution, or crop it.`,
    };
  },
  'photo/too-large': ({ bytes, limit }, format) => {
    const size = format.fileSize(bytes);
    const most = format.fileSize(limit);
    return {
      what: msg`The photo is too large: ${size}, and ${most} is the most.`,
      advice: msg`Nothing was changed. Take the photo again at a lower resolution, or crop it.`,
    };
  },
  'photo/missing': () => ({
    what: msg`The photo is not on this laptop yet.`,
    advice: msg`It comes with the next sync, if the laptop it was taken on has sent it.`,
  }),
  'photo/no-room': ({ freeBytes, limit }, format) => {
    const free = format.fileSize(freeBytes);
    const least = format.fileSize(limit);
    return {
      what: msg`There is too little room on the disk for more photos: ${free} are free.`,
      advice: msg`What you type is still saved. Free some space: photos are taken again from ${least} on.`,
    };
  },
  'file/not-saved': () => ({
    what: msg`The file was not saved.`,
    advice: msg`Your work in Bazarnegar is untouched. Check that the drive is plugged in and has room, or choose another place.`,
  }),
  'file/wrong-kind': ({ name }) => ({
    what: msg`“${name}” is not a file that Bazarnegar can read.`,
    advice: msg`Nothing was changed. Choose a file that was made by Bazarnegar.`,
  }),
  'file/newer-version': () => ({
    what: msg`This file was made by a newer version of Bazarnegar.`,
    advice: updateKeepsAll,
  }),
  'copy/folder-missing': (failure) => {
    const folder = isolatedLeftToRight(failure.folder);
    return {
      what: msg`The folder of the copy is not there: “${folder}”.`,
      advice: msg`Your work is safe on this laptop. Plug the stick in again: copying goes on by itself where it stopped.`,
    };
  },
  'copy/disk-full': (failure) => {
    const folder = isolatedLeftToRight(failure.folder);
    return {
      what: msg`There is no room left for the copy: “${folder}”.`,
      advice: msg`Your work is safe on this laptop. Free some space there, or choose another folder for the copy.`,
    };
  },
  'copy/not-written': (failure) => {
    const folder = isolatedLeftToRight(failure.folder);
    return {
      what: msg`The copy could not be written: “${folder}”.`,
      advice: msg`Your work is safe on this laptop. Check that the stick may be written to, or choose another folder for the copy.`,
    };
  },
  'copy/none-there': (failure) => {
    const folder = isolatedLeftToRight(failure.folder);
    return {
      what: msg`There is no copy of Bazarnegar in this folder: “${folder}”.`,
      advice: msg`Nothing was changed. Choose the folder or stick on which the copies were kept.`,
    };
  },
  'copy/laptop-not-empty': () => ({
    what: msg`There is work on this laptop already.`,
    advice: msg`Nothing was changed. A copy is opened on an empty laptop only, so that two people’s work never gets mixed up.`,
  }),
  'network/unreachable': () => ({ what: msg`The server cannot be reached now.`, advice: safeHere }),
  'network/no-server-set': () => ({
    what: msg`No server is set on this laptop yet.`,
    advice: msg`Your work is safe on this laptop. Enter the server’s address in the settings to send it.`,
  }),
  'network/bad-address': ({ address }) => ({
    what: msg`“${address}” is not an address that can be used.`,
    advice: msg`The address begins with https:// and comes from the secretariat. Check each letter of it.`,
  }),
  'network/not-our-server': () => ({
    what: msg`What answers at this address is not a Bazarnegar server.`,
    advice: msg`Nothing was sent. Check the address. In a hotel or an office the network may want you to sign in on its own page first.`,
  }),
  'network/bad-certificate': ({ fault }) => certificateTexts[fault],
  'network/too-slow': () => ({ what: msg`The server took too long to answer.`, advice: safeHere }),
  'server/busy': () => ({ what: msg`The server is busy just now.`, advice: safeHere }),
  'server/internal': () => ({
    what: msg`Something went wrong on the server.`,
    advice: safeTellSecretariat,
  }),
  'server/too-large': () => ({
    what: msg`The server refused something because it is too large.`,
    advice: safeTellSecretariat,
  }),
  'server/bad-request': () => ({
    what: msg`The server did not understand what was sent.`,
    advice: safeTellSecretariat,
  }),
  'server/not-found': () => ({
    what: msg`The server does not have what was asked for.`,
    advice: safeTellSecretariat,
  }),
  'account/wrong-credentials': () => ({
    what: msg`The name or the password is not right.`,
    advice: msg`Check the spelling, the keyboard’s language and Caps Lock, then try again.`,
  }),
  'account/too-many-tries': ({ retryAfterSeconds }, format) => {
    const minutes = format.number(Math.max(1, Math.ceil(retryAfterSeconds / 60)));
    return {
      what: msg`There were too many tries with a wrong name or password.`,
      advice: msg`Wait ${minutes} min, then try again. This protects the account.`,
    };
  },
  'account/signed-out': () => ({
    what: msg`You are signed out of the server.`,
    advice: msg`Your work is safe on this laptop. Sign in again to send it.`,
  }),
  'account/sign-in-again': () => ({
    what: msg`The server does not know this laptop yet, and you signed in a while ago.`,
    advice: msg`Your work is safe on this laptop. Sign in again: then the server takes the laptop, and the work is sent.`,
  }),
  'account/not-allowed': () => ({
    what: msg`Your account is not allowed to do this.`,
    advice: msg`Nothing was changed. Ask the secretariat if you need it.`,
  }),
  'account/other-person': ({ person }) => ({
    what: msg`This laptop holds the work of another account (${person}).`,
    advice: msg`Nothing was changed. Sign in with that account, or use another laptop.`,
  }),
  'sync/update-needed': () => ({
    what: msg`The server needs a newer version of Bazarnegar.`,
    advice: msg`Your work is safe on this laptop. Install the newest version, then it is sent by itself.`,
  }),
  'sync/bad-batch': () => ({
    what: msg`A part of what was sent or received could not be read.`,
    advice: safeTellSecretariat,
  }),
  'sync/gap': () => ({
    what: msg`The server misses an earlier part of this laptop’s work.`,
    advice: safeHere,
  }),
  'sync/forked-feed': () => ({
    what: msg`The server already holds other work under this laptop’s numbers.`,
    advice: msg`This happens when a backup was put back. Both are kept and nothing is overwritten. Tell the secretariat.`,
  }),
  'sync/broken-chain': () => ({
    what: msg`A part of this laptop’s work does not fit what the server holds of it.`,
    advice: safeTellSecretariat,
  }),
  'sync/no-room': ({ freeBytes }, format) => {
    const free = format.fileSize(freeBytes);
    return {
      what: msg`There is too little room on the disk to take in the work of others: ${free} are free.`,
      advice: msg`Your own work is saved and sent. Free some space on the disk, and the rest comes by itself.`,
    };
  },
  'sync/wrong-receipt': () => ({
    what: msg`The server’s receipt for your work is not right.`,
    advice: msg`Nothing is called safe by it: keep this laptop and its work, nothing is lost. Tell the secretariat: something between here and the server may be changing what is sent.`,
  }),
  'sync/other-server': () => ({
    what: msg`The server signs with another key than the one this laptop knows.`,
    advice: msg`Your work is safe on this laptop, and nothing is sent. Ask the secretariat whether the server was set up anew before you trust the new key.`,
  }),
  'sync/server-outdated': () => ({
    what: msg`The server is older than this version of Bazarnegar and gives no receipts.`,
    advice: msg`Your work is safe on this laptop. The secretariat must update the server; then all is confirmed by itself.`,
  }),
  'sync/server-forgot': () => ({
    what: msg`The server had lost work that it had signed for.`,
    advice: msg`Everything was sent again from this laptop, and nothing is lost. Tell the secretariat, and keep this laptop as it is.`,
  }),
  'sync/audit-changed': () => ({
    what: msg`The server’s audit is not the one this laptop saw before.`,
    advice: msg`Your work is safe on this laptop and goes on being sent. Lines of the audit were changed or cut: tell the secretariat and the person who checks the server.`,
  }),
  'sync/audit-restored': () => ({
    what: msg`The server was put back to an earlier backup; the later lines of its audit are gone.`,
    advice: msg`What this laptop holds is sent again by itself. Ask the secretariat whether the backup was put back on purpose.`,
  }),
  'sync/cannot-verify': () => ({
    what: msg`This browser is too old to check the server’s receipts.`,
    advice: msg`Your work is safe on this laptop. Update the browser, or use the desktop app.`,
  }),
  'record/bad-answer': () => ({
    what: msg`The server did not accept one of the answers.`,
    advice: msg`Your answers are kept as they are. Open the record, look at that question and finish it again.`,
  }),
  'record/unknown-form': () => ({
    what: msg`This record was made with a newer form than this version knows.`,
    advice: updateKeepsAll,
  }),
  'record/not-yours': () => ({
    what: msg`This record belongs to someone else.`,
    advice: msg`What you typed is kept on this laptop. Tell your supervisor what should change.`,
  }),
  'record/review-step': () => ({
    what: msg`The record has moved on in review, so this step is no longer possible.`,
    advice: msg`Nothing was changed. Open it again to see where it stands.`,
  }),
  'record/refused-before': () => ({
    what: msg`The server had refused this before it was restored, and refuses it again.`,
    advice: msg`Your answers are kept as they are. Open the record and finish it again.`,
  }),
  'record/clock-ahead': () => ({
    what: msg`This was written while a laptop’s clock was more than a century ahead.`,
    advice: msg`What was typed is kept on the laptop it was typed on. Set its clock, and tell the secretariat.`,
  }),
  'record/missing': () => ({
    what: msg`This record is not on this laptop.`,
    advice: msg`It may have been deleted, or it comes with the next sync.`,
  }),
};

/** What a failure says to the person it happens to. */
export function failureText(failure: Failure, format: Format): FailureText {
  return (makers[failure.kind] as TextMaker<FailureKind>)(failure, format);
}
