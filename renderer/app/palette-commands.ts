/** What a command is about, as it is told at the end of its row. */
export type CommandGroup =
  | 'screen'
  | 'action'
  | 'visit'
  | 'record'
  | 'market'
  | 'product'
  | 'brand'
  | 'outlet'
  | 'importer'
  | 'display';

/** Something that can be gone to or done from the palette. */
export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  readonly label: string;
  readonly note?: string | undefined;
  /** Other names it is found by; not shown. */
  readonly aliases: readonly string[];
  /** The key that does the same without the palette. */
  readonly keys?: string | undefined;
  readonly run: () => void;
}
