import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { sha256Hex, utf8 } from '#shared/core/hash.ts';
import type { RecordId } from '#shared/core/ids.ts';
import {
  CALLED_BY_PAYLOAD,
  MADE_BY_PAYLOAD,
  scriptPayloads,
} from '../../support/script-payloads.ts';
import type { SentAct, SentVisit } from './survey-records.ts';
import { sendActs, sendVisits } from './survey-records.ts';

const MOST_OF_A_PERSON = 80;
const products =
  'shampoo lentils biscuit float_glass lv_cable porcelain_tile floor_tile tomato_paste';

/** Texts of `scriptPayloads` in turn, each once. */
function createSupply() {
  const left = [...scriptPayloads];
  return {
    left: () => left.length,
    next(longest = Number.POSITIVE_INFINITY): string {
      const at = left.findIndex(({ text }) => text.length <= longest);
      return left.splice(at < 0 ? 0 : at, 1)[0]?.text ?? 'zq';
    },
  };
}

/**
 * Writes every payload of `scriptPayloads` into the sample project, at once and as laptops send them: as names of outlets, products, brands,
 * markets, people and rounds, as what respondents are called, as notes, reasons, specifications, comments and photos' captions. Answers the visits.
 */
export async function sendHostileRecords(address: string): Promise<readonly RecordId[]> {
  const { next, left } = createSupply();
  const names: readonly SentAct[] = [
    ...products.split(' ').map((code) => item('product', code, ['name_fa', 'name_en'])),
    ...[1, 2, 3, 4].map((at) =>
      item('brand', `sample-${at}`, ['name_fa', 'name_en', 'name_local']),
    ),
    ...['herat', 'kabul', 'erbil'].map((code) => item('outlet', `sample-${code}`, ['name_local'])),
    ...['mazar', 'zaranj'].map((code) => item('market', code, ['name_fa', 'name_en'])),
    ...['surveyor1', 'surveyor2'].map((code) => item('person', code, ['name_fa', 'name_en'])),
    item('round', 'sample-2', ['name_fa', 'name_en']),
  ];
  function item(kind: SentAct['kind'], code: string, fields: readonly string[]): SentAct {
    const set = Object.fromEntries(fields.map((field) => [field, next()]));
    return { record: `${kind}/${code}` as RecordId, kind, set };
  }
  await sendActs(address, 'secretariat', names);

  const comments: SentAct[] = [];
  const visits: SentVisit[] = [];
  while (left() > 0) {
    const outlet = next();
    const respondent = next(MOST_OF_A_PERSON);
    const id = randomUUID() as RecordId;
    visits.push({
      id,
      market: visits.length % 2 === 0 ? 'herat' : 'kabul',
      outlet,
      respondent,
      note: next(),
      photo: { sha256: sha256Hex(utf8(id)), caption: next() },
      prices: [
        { product: 'sugar', spec: next(), amount: '520', reason: next() },
        { product: 'lentils', spec: next(), amount: '90' },
      ],
    });
    comments.push({
      record: randomUUID() as RecordId,
      kind: 'comment',
      set: { on_record: id, text: next() },
    });
  }
  await sendVisits(address, visits);
  await sendActs(address, 'surveyor', comments);
  return visits.flatMap(({ id }) => id ?? []);
}

/** What became of hostile texts in a page. */
export interface HostileTraces {
  /** Which were read as texts, by their marks. */
  readonly marks: ReadonlySet<string>;
  /** Scripts that ran, elements and addresses that were made of them, and what the policy of the page had to refuse. */
  readonly faults: readonly string[];
}

/** Looks, from now on, for what hostile texts do to a page. */
export async function watchHostileTexts(page: Page): Promise<() => Promise<HostileTraces>> {
  const faults: string[] = [];
  const marks = new Set<string>();
  await page.exposeFunction(CALLED_BY_PAYLOAD, () => void faults.push('a script ran'));
  page.on('dialog', (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (/content security policy|trusted ?html|trusted ?script|hostile/i.test(message.text())) {
      faults.push(`in the console: ${message.text()}`);
    }
  });
  page.on('request', (request) => {
    if (request.url().includes('hostile.example')) faults.push(`asked for ${request.url()}`);
  });
  return async () => {
    const seen = await page.evaluate(
      ([made, called]) => {
        const found: string[] = [];
        for (const element of document.querySelectorAll('*')) {
          for (const { name, value } of element.attributes) {
            const isAddress = ['href', 'src', 'action', 'formaction', 'srcdoc', 'data'].includes(
              name,
            );
            const isBad =
              name === made ||
              name.startsWith('on') ||
              (isAddress && /script:|^data:text|^vbscript/i.test(value)) ||
              (name === 'style' && value.includes('hostile'));
            if (isBad) found.push(`${element.tagName} ${name}=${value}`);
          }
          if (/^(script|style)$/i.test(element.tagName) && element.textContent.includes(called)) {
            found.push(`${element.tagName} with ${element.textContent}`);
          }
        }
        const texts = [document.body.innerText, document.title];
        for (const field of document.querySelectorAll('input, textarea')) {
          if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
            texts.push(field.value);
          }
        }
        return { found, marks: texts.join(' ').match(/zq\d{3}/g) ?? [] };
      },
      [MADE_BY_PAYLOAD, CALLED_BY_PAYLOAD] as const,
    );
    for (const mark of seen.marks) marks.add(mark);
    faults.push(...seen.found);
    return { marks, faults: faults.splice(0) };
  };
}
