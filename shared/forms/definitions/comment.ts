import { defineForm } from '../define-form.ts';
import { decidedMaybe } from './answered-by.ts';

/** What one person tells another about a record, or about one question of it. */
export const commentForm = defineForm({
  id: 'comment',
  version: 1,
  role: 'comment',
  sections: ['comment'],
  fields: {
    on_record: { kind: 'text', required: true, answeredBy: 'app', section: 'comment' },
    on_field: { kind: 'text', ...decidedMaybe, section: 'comment' },
    text: {
      kind: 'text',
      required: true,
      answeredBy: 'surveyor',
      section: 'comment',
      multiline: true,
      constraints: [{ rule: 'length', min: 1, max: 2000, severity: 'stop' }],
    },
  },
});
