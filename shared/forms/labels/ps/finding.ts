import type { FindingTranslation, OperandTranslation } from '../finding-texts.ts';

// native reader: all texts of this file, translated without one.
export const findings: FindingTranslation = {
  required: 'دې پوښتنې ته ځواب ورکړئ.',
  not_applicable: 'د نورو ځوابونو سره دا پوښتنه ځای نه لري؛ ځواب یې پاک کړئ.',
  bad_value: 'دا مقدار د دې پوښتنې لپاره سم نه دی؛ بیا یې ولیکئ.',
  unknown_choice: 'دا انتخاب په لېست کې نشته؛ له لېست څخه یو وټاکئ.',
  unknown_item: 'دا توکی د پروژې په لېست کې نشته؛ له لېست څخه یو وټاکئ.',
  unknown_field: 'دا پوښتنه په فورمه کې نشته.',
  repeated_choice: 'یو انتخاب دوه ځله راغلی؛ هر یو یو ځل وټاکئ.',
  too_short: 'لنډ دی؛ لږ تر لږه {limit} توري ولیکئ.',
  too_long: 'اوږد دی؛ ډېر تر ډېره {limit} توري ولیکئ.',
  more_than: 'باید له {limit} څخه ډېر وي.',
  at_least: 'باید {limit} یا ډېر وي.',
  less_than: 'باید له {limit} څخه لږ وي.',
  at_most: { text: 'باید {limit} یا لږ وي.', warn: 'دا له {limit} څخه ډېر دی.' },
  phone: 'د ټلیفون شمېره ۷ تر ۱۵ رقمونه لري او کېدای شي په + پیل شي.',
  record_id: 'د ریکارډ پېژند بدل شوی؛ هماغه چې پرې جوړ شوی وساتئ.',
  too_few: 'لږ تر لږه {limit} لازم دي.',
  too_many: 'ډېر تر ډېره {limit} منل کېږي.',
  alone: '«{codes}» له بل انتخاب سره نه یوځای کېږي؛ دا لرې کړئ یا نور.',
  disjoint: '«{codes}» په «{other}» کې هم راغلی؛ له یوه یې لرې کړئ.',
  compare_more: 'باید له «{other}» ({bound}) څخه ډېر وي.',
  compare_at_least: 'باید له «{other}» ({bound}) څخه لږ نه وي.',
  compare_less: {
    text: 'باید له «{other}» ({bound}) څخه لږ وي.',
    warn: 'دا له «{other}» ({bound}) څخه لږ نه دی.',
  },
  compare_at_most: 'باید له «{other}» ({bound}) څخه ډېر نه وي.',
  compare_after: 'باید له «{other}» ({bound}) وروسته وي.',
  compare_not_before: 'باید له «{other}» ({bound}) مخکې نه وي.',
  compare_before: 'باید له «{other}» ({bound}) مخکې وي.',
  compare_not_after: {
    text: 'باید له «{other}» ({bound}) وروسته نه وي.',
    warn: 'دا له «{other}» ({bound}) وروسته دی.',
  },
  must_be: 'د نورو ځوابونو سره یوازې «{codes}» منل کېږي.',
  not: '«{codes}» نه منل کېږي؛ له تایید مخکې د لېست یو توکی وټاکئ.',
  item_matches: 'له «{other}» سره سمون نه لري؛ له دوو ځوابونو یو سم کړئ.',
  convertible: 'دا واحد د «{other}» معیاري واحد ته نه اوړي؛ بل واحد وټاکئ.',
  inside_admin1: 'دا ټکی له «{other}» بهر دی؛ مختصات یا ولایت سم کړئ.',
  near_market: 'دا ټکی له بازاره {distance} کیلومتره لرې دی (له {limit} کیلومتره ډېر).',
  visit_short: 'لیدنې له {limit} دقیقو لږ وخت ونیو.',
  visit_long: 'لیدنې له {limit} دقیقو ډېر وخت ونیو.',
  near_round_rate: 'دا نرخ د دې دورې له منځني ({median}) څخه له {limit} سلنې ډېر توپیر لري.',
  rate_per_100: 'دا د سلو ډالرو نرخ ښکاري؛ د یوه ډالر لپاره {suggestion} کېږي.',
  spread: 'د پېر او پلور نرخونه له {limit} سلنې ډېر لرې دي.',
  product_limits:
    'دا بیه (د هر معیاري واحد لپاره {usd} ډالر) د دې توکي لپاره د سوداګرۍ په دې کچه ناشونې ده؛ مبلغ، پیسې، د پلور واحد او د اسعارو نرخ وګورئ.',
  near_median:
    'دا بیه د بازار د منځني {ratio} برابره ده. بیا یې ولیکئ، او که سمه وي دلیل یې ووایئ.',
  usual_quantity: 'کلنی مقدار ({quantity}) د داسې پېرودونکو له ۹۹ سلنې ({limit}) ډېر دی.',
  unique: {
    text: 'د دې لیدنې بل ریکارډ همدا ځوابونه لري؛ یو یې سم یا ړنګ کړئ.',
    warn: 'په دې لیدنه کې د همدې بل ریکارډ شته.',
  },
  same: 'د دې لیدنې نور ریکارډونه د همدې توکي لپاره {bound} وایي؛ باید یو شان وي.',
  sum: 'د دې توکي په ریکارډونو کې یې ټولګه {total} کېږي؛ ډېر تر ډېره {limit} کېدای شي.',
  captions: 'د هر انځور لپاره شرح ولیکئ.',
};

export const operands: OperandTranslation = {
  today: 'نن',
  per_year: 'په کال کې د پېر مقدار',
};
