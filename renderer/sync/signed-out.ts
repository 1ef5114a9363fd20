/** The setting that says that the person left on purpose; the work stays on the laptop. */
export const SIGNED_OUT_SETTING = 'signed-out';
