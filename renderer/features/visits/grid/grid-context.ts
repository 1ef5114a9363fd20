import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { AnswerReader } from '../../../forms/answer-text.ts';
import type { OptionSource } from '../../../forms/option-source.ts';
import type { GridColumn } from './grid-columns.ts';
import type { GridSession } from './grid-session.ts';
import type { RunCommand } from './run-command.ts';
import type { GridState } from './grid-state.ts';

/** What every part of an open grid is given; the same objects until the language changes. */
export interface GridTools {
  readonly session: GridSession;
  readonly reader: AnswerReader;
  readonly optionsOf: OptionSource;
  /** The name of a column, short; and the whole question it stands for. */
  readonly labelOf: (column: GridColumn) => string;
  readonly questionOf: (column: GridColumn) => string;
  /** Descriptions given before for a product, the likeliest first. */
  readonly specsOf: (product: string | undefined) => readonly string[];
}

export const GridContext = createContext<GridTools | undefined>(undefined);

export function useGridTools(): GridTools {
  const tools = useContext(GridContext);
  if (!tools) throw new Error('useGridTools outside of a grid');
  return tools;
}

/** Runs commands on the grid that is open. */
export const CommandContext = createContext<RunCommand>(() => false);

/** A part of what the grid shows. */
export function useGridState<T>(select: (state: GridState) => T): T {
  return useStore(useGridTools().session.state, select);
}
