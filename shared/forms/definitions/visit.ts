import { defineForm } from '../define-form.ts';
import {
  asked,
  askedOne,
  captured,
  decidedOne,
  mayTell,
  optional,
  optionalOne,
  toldOne,
  ownId,
} from './answered-by.ts';
import { consented, inRound, usdRate } from './visit-rules.ts';

/** The header of what is collected at one outlet, on one day, by one surveyor. */
export const visitForm = defineForm({
  id: 'visit',
  version: 1,
  role: 'survey',
  sections: ['record', 'place', 'outlet', 'respondent', 'money', 'notes', 'review'],
  fields: {
    visit_id: ownId,
    round_id: { ...askedOne, section: 'record', choices: { register: 'round' } },
    form_version: {
      ...captured,
      section: 'record',
      kind: 'calculate',
      calculation: 'form_version',
      result: 'integer',
    },
    enumerator_id: {
      ...captured,
      section: 'record',
      kind: 'select_one',
      choices: { register: 'person' },
    },
    started_at: { ...captured, section: 'record', kind: 'datetime' },
    ended_at: {
      ...captured,
      section: 'record',
      kind: 'datetime',
      constraints: [
        { rule: 'compare', is: '>', to: { of: 'answer', field: 'started_at' }, severity: 'stop' },
        { rule: 'duration', field: 'started_at', min: 5, max: 180, severity: 'warn' },
      ],
    },
    visit_date: {
      kind: 'date',
      ...asked,
      section: 'record',
      initial: { of: 'today' },
      constraints: inRound,
    },
    interview_mode: { ...askedOne, section: 'record', choices: { codelist: 'interview_mode' } },
    country: {
      ...askedOne,
      section: 'place',
      choices: { codelist: 'country', only: ['IRQ', 'AFG'] },
    },
    admin1_pcode: {
      ...askedOne,
      section: 'place',
      choices: { register: 'admin_area', where: { property: 'level', equals: '1' } },
      constraints: [
        {
          rule: 'item_matches',
          property: 'country',
          to: { of: 'answer', field: 'country' },
          severity: 'stop',
        },
      ],
    },
    admin2_pcode: {
      ...optionalOne,
      section: 'place',
      choices: { register: 'admin_area', where: { property: 'level', equals: '2' } },
      constraints: [
        {
          rule: 'item_matches',
          property: 'parent',
          to: { of: 'answer', field: 'admin1_pcode' },
          severity: 'stop',
        },
      ],
    },
    market_id: {
      ...askedOne,
      section: 'place',
      choices: { register: 'market', plus: ['other'] },
      constraints: [
        {
          rule: 'item_matches',
          property: 'admin1_pcode',
          to: { of: 'answer', field: 'admin1_pcode' },
          severity: 'stop',
        },
        { rule: 'not', codes: ['other'], severity: 'stop', at: 'approval' },
      ],
    },
    market_other: {
      kind: 'text',
      ...asked,
      section: 'place',
      shown: { when: 'answer', field: 'market_id', in: ['other'] },
      constraints: [{ rule: 'length', min: 2, severity: 'stop' }],
    },
    market_type: {
      ...askedOne,
      section: 'place',
      choices: { codelist: 'market_type' },
      initial: { of: 'item', register: 'market', field: 'market_id', property: 'market_type' },
    },
    gps: {
      kind: 'geopoint',
      ...optional,
      section: 'place',
      unit: { in: { name: 'deg_wgs84' } },
      constraints: [
        { rule: 'inside_admin1', field: 'admin1_pcode', severity: 'stop' },
        { rule: 'near_market', field: 'market_id', km: 3, severity: 'warn' },
      ],
    },
    gps_accuracy_m: {
      kind: 'decimal',
      ...optional,
      section: 'place',
      unit: { in: { name: 'm' } },
      shown: { when: 'answered', field: 'gps' },
      constraints: [
        { rule: 'range', min: '0', severity: 'stop' },
        { rule: 'range', max: '50', severity: 'warn' },
      ],
    },
    outlet_name: {
      kind: 'text',
      ...asked,
      section: 'outlet',
      constraints: [{ rule: 'length', max: 120, severity: 'stop' }],
    },
    outlet_type: { ...askedOne, section: 'outlet', choices: { codelist: 'outlet_type' } },
    market_level: { ...askedOne, section: 'outlet', choices: { codelist: 'market_level' } },
    consent: {
      ...askedOne,
      section: 'respondent',
      choices: { codelist: 'consent' },
      constraints: [
        {
          rule: 'must_be',
          if: { when: 'answer', field: 'interview_mode', in: ['observation'] },
          codes: ['not_applicable'],
          severity: 'stop',
        },
      ],
    },
    respondent_role: {
      ...toldOne,
      section: 'respondent',
      shown: consented,
      choices: { codelist: 'respondent_role' },
    },
    respondent_name: {
      kind: 'text',
      ...mayTell,
      section: 'respondent',
      shown: consented,
      personal: true,
      constraints: [{ rule: 'length', max: 80, severity: 'stop' }],
    },
    respondent_phone: {
      kind: 'text',
      ...mayTell,
      section: 'respondent',
      shown: consented,
      personal: true,
      constraints: [{ rule: 'phone', severity: 'stop' }],
    },
    consent_share: {
      ...toldOne,
      section: 'respondent',
      shown: {
        when: 'any',
        of: [
          { when: 'answered', field: 'respondent_name' },
          { when: 'answered', field: 'respondent_phone' },
        ],
      },
      choices: { codelist: 'yes_no' },
    },
    interview_language: {
      ...askedOne,
      section: 'respondent',
      shown: consented,
      choices: { codelist: 'language' },
    },
    visit_currency: {
      ...askedOne,
      section: 'money',
      choices: { register: 'currency' },
      initial: { of: 'by_code', field: 'country', values: { IRQ: 'IQD', AFG: 'AFN' } },
    },
    fx_usd_buy: {
      kind: 'decimal',
      ...mayTell,
      section: 'money',
      unit: usdRate,
      constraints: [
        { rule: 'range', above: '0', severity: 'stop' },
        { rule: 'near_round_rate', side: 'buy', percent: '15', severity: 'warn' },
      ],
    },
    fx_usd_sell: {
      kind: 'decimal',
      ...mayTell,
      section: 'money',
      unit: usdRate,
      constraints: [
        { rule: 'range', above: '0', severity: 'stop' },
        { rule: 'compare', is: '>=', to: { of: 'answer', field: 'fx_usd_buy' }, severity: 'stop' },
        { rule: 'spread', field: 'fx_usd_buy', percent: '3', severity: 'warn' },
      ],
    },
    fx_type: {
      ...askedOne,
      section: 'money',
      shown: { when: 'answered', field: 'fx_usd_sell' },
      choices: { codelist: 'fx_type' },
    },
    outlet_photo: {
      kind: 'image',
      ...optional,
      section: 'notes',
      longestSide: 1600,
      place: 'keep_if_consented',
      constraints: [{ rule: 'count', max: 3, severity: 'stop' }],
    },
    visit_note: {
      kind: 'text',
      ...optional,
      section: 'notes',
      multiline: true,
      constraints: [{ rule: 'length', max: 2000, severity: 'stop' }],
    },
    review_status: {
      ...decidedOne,
      section: 'review',
      review: true,
      choices: { codelist: 'review_status' },
    },
  },
});
