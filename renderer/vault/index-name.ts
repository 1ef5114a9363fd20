/** The name of a vault's index in the page's IndexedDB. */
export function indexName(vault: string): string {
  return `bazarnegar-index-${vault}`;
}
