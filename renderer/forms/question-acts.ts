import type { Noticed } from '#shared/forms/context.ts';
import type { WidgetProps } from './widgets/widget-props.ts';

/** What a question can cause; the same object as long as the form is open. */
export interface QuestionActs {
  readonly answer: (field: string, ...answer: Parameters<WidgetProps<'text'>['onAnswer']>) => void;
  readonly giveReason: (field: string, reason: string) => void;
  readonly retype: (field: string, text: string) => void;
  readonly correct: (noticed: Noticed) => void;
  readonly remark: (field: string, text: string) => void;
  readonly leave: (field: string) => void;
  readonly next: () => void;
}
