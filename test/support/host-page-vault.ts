/** The vault that the host page opens: its folder in `work/vaults`. */
export const HOST_PAGE_VAULT = '0190a6b0-7c3e-7a52-8f3e-2b1c5d6e7f80';
