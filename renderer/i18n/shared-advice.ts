import { msg } from '@lingui/core/macro';

/** For what a person cannot mend. */
export const safeTellSecretariat = msg`Your work is safe on this laptop. If this message stays, tell the secretariat.`;

/** For what a newer version wrote. */
export const updateKeepsAll = msg`Nothing is lost. Install the newest version of Bazarnegar to go on.`;
