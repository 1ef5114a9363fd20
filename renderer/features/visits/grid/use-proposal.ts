import type { GridColumn } from './grid-columns.ts';
import { useGridState, useGridTools } from './grid-context.ts';
import type { GridRow } from './grid-row.ts';
import { proposalOf } from './proposal.ts';

/** What Enter would take in a cell now. */
export function useProposal(row: GridRow, { name }: GridColumn): string | undefined {
  const { specsOf } = useGridTools();
  return useGridState((state) => proposalOf(state, row, name, specsOf));
}
