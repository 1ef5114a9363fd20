import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { FailureOf } from '#shared/core/failure.ts';
import type { TextMaker } from './text-maker.ts';

type ProofKind = 'sync/not-proved' | 'sync/other-device';

const ownIsSafe = msg`Your own work is safe on this laptop and goes on being sent, and nothing was taken away. Do not rely on these entries: show the secretariat this message, and ask whether something happened to the server.`;

/** What a person hears where the work of others does not fit the signatures of their laptops. */
export const proofTexts: { readonly [K in ProofKind]: TextMaker<K> } = {
  'sync/not-proved': ({ person, problem, entries }, format) => {
    const count = format.number(entries);
    const what: Readonly<Record<FailureOf<'sync/not-proved'>['problem'], MessageDescriptor>> = {
      changed: msg`Entries of ${person} are not as their laptop signed them: ${count}.`,
      unsigned: msg`Entries came in the name of ${person} without the signature of their laptop: ${count}.`,
      missing: msg`The server has entries of ${person} and does not give them out: ${count}.`,
      'went-back': msg`The server shows less of the work of ${person} than it did before.`,
    };
    return { what: what[problem], advice: ownIsSafe };
  },
  'sync/other-device': ({ person }) => ({
    what: msg`Another laptop than before signs the work of ${person}.`,
    advice: msg`Your own work is safe on this laptop and goes on being sent. Ask ${person} or the secretariat whether they have a new laptop, before you trust it.`,
  }),
};
