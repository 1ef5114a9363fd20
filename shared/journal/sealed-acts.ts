import type { FailureOf } from '../core/failure.ts';
import type { Result } from '../core/result.ts';
import { err, ok } from '../core/result.ts';
import type { ActSubject } from '../vault/sealed-act.ts';
import { openAct, sealAct } from '../vault/sealed-act.ts';
import type { VaultKeys } from '../vault/vault-keys.ts';
import { readItems } from './act-subjects.ts';

/** Seals acts for the journal of a vault, and opens them. */
export interface SealedActs {
  /** Sealed acts, in order, with numbers from `number` on. */
  seal(acts: readonly Uint8Array[], number: number): readonly Uint8Array[];
  /**
   * The acts of a stretch that begins behind the act numbered `after` (-1: at the beginning), and the number of the last. Fails where
   * one is not of this vault or was changed, and where they are not in the order they were written in.
   */
  open(
    payloads: readonly Uint8Array[],
    after: number,
  ): Result<
    { readonly acts: readonly Uint8Array[]; readonly last: number },
    FailureOf<'vault/foreign-act'>
  >;
}

/** The acts of one vault. */
export function createSealedActs(keys: VaultKeys): SealedActs {
  const sealer = keys.sealer('journal');

  function subjectsOf(act: Uint8Array): { canGo: boolean; subjects: readonly ActSubject[] } {
    const items = readItems(act) ?? [];
    const named = items.flatMap(({ subject, isRemoval }) =>
      subject === undefined ? [] : [{ name: nameOf(subject), isRemoval }],
    );
    return { canGo: items.length > 0 && named.length === items.length, subjects: named };
  }

  // Half of the HMAC: the head of an act must stay short, and nobody can choose what is hashed.
  function nameOf(subject: string): string {
    return keys.blindName('subject', subject).slice(0, 32);
  }

  return {
    seal: (acts, number) =>
      acts.map((act, index) =>
        sealAct(sealer, keys.id, act, { number: number + index, ...subjectsOf(act) }),
      ),
    open(payloads, after) {
      const acts: Uint8Array[] = [];
      let last = after;
      for (const payload of payloads) {
        const opened = openAct(sealer, keys.id, payload);
        if (!opened || opened.number <= last) {
          return err({ kind: 'vault/foreign-act', frame: last + 1 });
        }
        acts.push(opened.act);
        last = opened.number;
      }
      return ok({ acts, last });
    },
  };
}
