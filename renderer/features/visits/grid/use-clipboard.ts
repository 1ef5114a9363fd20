import type { ClipboardEvent } from 'react';
import { useState } from 'react';
import type { GridTools } from './grid-context.ts';
import type { GridRow } from './grid-row.ts';
import { rangeOf } from './grid-range.ts';
import type { PastePlan } from './plan-paste.ts';
import { plannedAnswers, planPaste } from './plan-paste.ts';
import { readCell } from './read-cell.ts';
import { writeBlock } from './write-block.ts';

export interface GridClipboard {
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onCut: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  /** A pasted block that waits for the person's word. */
  readonly plan: PastePlan | undefined;
  readonly accept: () => void;
  readonly cancel: () => void;
}

/** Copies cells for spreadsheets, and takes blocks from them. */
export function useClipboard(tools: GridTools): GridClipboard {
  const { session, reader, optionsOf } = tools;
  const { state, columns, acts, editing } = session;
  const [plan, setPlan] = useState<PastePlan>();

  /** The text that is being changed in a cell is copied and cut by the field itself. */
  function isOfField(event: ClipboardEvent): boolean {
    return editing.isTyped() || !isInCell(event);
  }
  function copy(event: ClipboardEvent): boolean {
    if (isOfField(event)) return false;
    const range = rangeOf(state.getState(), columns);
    const { rows } = state.getState();
    const selected = range.rows.flatMap((id) => rows[id] ?? []);
    const { text, html } = writeBlock(selected, range.columns, reader);
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
    event.preventDefault();
    return true;
  }
  function cut(event: ClipboardEvent): void {
    if (!copy(event)) return;
    const range = rangeOf(state.getState(), columns);
    acts.give(
      range.rows.flatMap((row) =>
        range.columns.map(({ name }) => ({ row, field: name, value: undefined })),
      ),
    );
  }
  function paste(event: ClipboardEvent): void {
    const [text, html] = ['text/plain', 'text/html'].map((type) =>
      event.clipboardData.getData(type),
    );
    if (!isInCell(event) || text === undefined || html === undefined) return;
    if (mayBeBlock(text, html)) {
      event.preventDefault();
      void pasteBlock(text, html);
    } else if (!editing.isTyped()) {
      event.preventDefault();
      pasteCell(text);
    }
  }
  async function pasteBlock(text: string, html: string): Promise<void> {
    const { readBlock } = await import('./read-block.ts');
    const block = readBlock({ text, html });
    const { at } = state.getState();
    if (!at || session.isOthers) return;
    if (!block) return pasteCell(text.trim());
    setPlan(planPaste(block, at.column, rowsFrom(at.row), tools));
  }
  function pasteCell(text: string): void {
    const { at, rows } = state.getState();
    const row = at && rows[at.row];
    const column = columns.find(({ name }) => name === at?.column);
    if (!row || !column) return;
    const { context } = session.reader.status(row);
    const { value, raw } = readCell(column, text, optionsOf(column.name, column.field, context));
    acts.give([{ row: row.id, field: column.name, value, raw }]);
  }
  /** The rows from one on, and new ones after the last. */
  function rowsFrom(first: GridRow['id']): (index: number) => GridRow {
    const { order, rows } = state.getState();
    const start = order.indexOf(first);
    return (index) => {
      const id = order[start + index];
      return (id && rows[id]) ?? session.rows.freshRow();
    };
  }
  function accept(): void {
    if (!plan) return;
    const rows = plan.rows.map(({ row }) => row);
    session.rows.addRows(rows);
    acts.give(plannedAnswers(plan));
    setPlan(undefined);
    void session.finishRows(rows.map(({ id }) => id));
  }
  return {
    onCopy: copy,
    onCut: cut,
    onPaste: paste,
    plan,
    accept,
    cancel: () => setPlan(undefined),
  };
}

function isInCell({ target }: ClipboardEvent): boolean {
  return target instanceof Element && target.closest('[role=grid]') !== null;
}

/** Several cells, or a table of one: read closer before anything is done with it. */
function mayBeBlock(text: string, html: string): boolean {
  return /[\t\n]/.test(text.trimEnd()) || /<t[dh][\s>]/i.test(html);
}
