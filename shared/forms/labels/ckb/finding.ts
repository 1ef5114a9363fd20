import type { FindingTranslation, OperandTranslation } from '../finding-texts.ts';

// native reader: all texts of this file, translated without one.
export const findings: FindingTranslation = {
  required: 'وەڵامی ئەم پرسیارە بدەرەوە.',
  not_applicable: 'لەگەڵ وەڵامەکانی تردا ئەم پرسیارە جێی نابێتەوە؛ وەڵامەکەی بسڕەوە.',
  bad_value: 'ئەم نرخە بۆ ئەم پرسیارە ناگونجێت؛ دووبارە بینووسەوە.',
  unknown_choice: 'ئەم هەڵبژاردەیە لە لیستەکەدا نییە؛ یەکێک لە لیستەکە هەڵبژێرە.',
  unknown_item: 'ئەم بڕگەیە لە تۆماری پڕۆژەدا نییە؛ یەکێک لەوێ هەڵبژێرە.',
  unknown_field: 'ئەم پرسیارە لە فۆرمەکەدا نییە.',
  repeated_choice: 'هەڵبژاردەیەک دوو جار هاتووە؛ هەر یەکێک یەک جار هەڵبژێرە.',
  too_short: 'کورتە؛ لانیکەم {limit} پیت بنووسە.',
  too_long: 'درێژە؛ زۆرینە {limit} پیت بنووسە.',
  more_than: 'دەبێت زیاتر لە {limit} بێت.',
  at_least: 'دەبێت {limit} یان زیاتر بێت.',
  less_than: 'دەبێت کەمتر لە {limit} بێت.',
  at_most: { text: 'دەبێت {limit} یان کەمتر بێت.', warn: 'ئەمە زیاترە لە {limit}.' },
  phone: 'ژمارەی تەلەفۆن ٧ بۆ ١٥ ژمارەیە و دەکرێت بە + دەست پێ بکات.',
  record_id: 'ناسێنەری تۆمارەکە گۆڕدراوە؛ ئەوەی پێی دروستکراوە بیهێڵەوە.',
  too_few: 'لانیکەم {limit} پێویستە.',
  too_many: 'زۆرینە {limit} وەردەگیرێت.',
  alone: '«{codes}» لەگەڵ هیچ هەڵبژاردەیەکی تردا ناگونجێت؛ ئەو لاببە یان ئەوانی تر.',
  disjoint: '«{codes}» لە «{other}» یشدا هەیە؛ لە یەکێکیان لایببە.',
  compare_more: 'دەبێت زیاتر لە «{other}» ({bound}) بێت.',
  compare_at_least: 'نابێت کەمتر لە «{other}» ({bound}) بێت.',
  compare_less: {
    text: 'دەبێت کەمتر لە «{other}» ({bound}) بێت.',
    warn: 'ئەمە کەمتر نییە لە «{other}» ({bound}).',
  },
  compare_at_most: 'نابێت زیاتر لە «{other}» ({bound}) بێت.',
  compare_after: 'دەبێت دوای «{other}» ({bound}) بێت.',
  compare_not_before: 'نابێت پێش «{other}» ({bound}) بێت.',
  compare_before: 'دەبێت پێش «{other}» ({bound}) بێت.',
  compare_not_after: {
    text: 'نابێت دوای «{other}» ({bound}) بێت.',
    warn: 'ئەمە دوای «{other}» ({bound}) یە.',
  },
  must_be: 'لەگەڵ وەڵامەکانی تردا تەنها «{codes}» وەردەگیرێت.',
  not: '«{codes}» وەرناگیرێت؛ پێش پەسەندکردن بڕگەیەکی لیستەکە هەڵبژێرە.',
  item_matches: 'لەگەڵ «{other}» ناگونجێت؛ یەکێک لە دوو وەڵامەکە ڕاست بکەرەوە.',
  convertible: 'ئەم یەکەیە ناگۆڕدرێت بۆ یەکەی ستانداردی «{other}»؛ یەکەیەکی تر هەڵبژێرە.',
  inside_admin1: 'ئەم خاڵە لە دەرەوەی «{other}» یە؛ پۆتانەکان یان پارێزگاکە ڕاست بکەرەوە.',
  near_market: 'ئەم خاڵە {distance} کم لە بازاڕەکەوە دوورە (زیاتر لە {limit} کم).',
  visit_short: 'سەردانەکە کەمتر لە {limit} خولەکی خایاند.',
  visit_long: 'سەردانەکە زیاتر لە {limit} خولەکی خایاند.',
  near_round_rate: 'ئەم نرخە زیاتر لە {limit} ٪ لە ناوەڕاستی ئەم گەڕە ({median}) جیاوازە.',
  rate_per_100: 'ئەمە وەک نرخی ١٠٠ دۆلار دیارە؛ بۆ یەک دۆلار دەکاتە {suggestion}.',
  spread: 'نرخی کڕین و فرۆشتن زیاتر لە {limit} ٪ لێک دوورن.',
  product_limits:
    'ئەم نرخە ({usd} دۆلار بۆ هەر یەکەی ستاندارد) بۆ ئەم کاڵایە لەم ئاستەی بازرگانییەدا ناکرێت؛ بڕ و دراو و یەکەی فرۆشتن بپشکنە.',
  near_median:
    'ئەم نرخە {ratio} ئەوەندەی ناوەڕاستی بازاڕە. دووبارە بینووسەوە، و ئەگەر ڕاستە هۆکارەکەی بڵێ.',
  usual_quantity: 'بڕی ساڵانە ({quantity}) لە هی ٩٩ ٪ ی کڕیارانی لەم جۆرە ({limit}) زیاترە.',
  unique: {
    text: 'تۆمارێکی تری ئەم سەردانە هەمان وەڵامی هەیە؛ یەکێکیان ڕاست بکەرەوە یان بسڕەوە.',
    warn: 'لەم سەردانەدا تۆمارێکی تری هەمان شت هەیە.',
  },
  same: 'تۆمارەکانی تری ئەم سەردانە بۆ هەمان کاڵا {bound} یان نووسیوە؛ دەبێت وەک یەک بن.',
  sum: 'کۆی ئەم ژمارەیە لە تۆمارەکانی ئەم کاڵایەدا {total} ە؛ زۆرینە {limit} دەکرێت.',
  captions: 'بۆ هەر وێنەیەک شرۆڤەیەک بنووسە.',
};

export const operands: OperandTranslation = {
  today: 'ئەمڕۆ',
  per_year: 'بڕی کڕین لە ساڵێکدا',
};
