import type { Language } from '../../core/language.ts';
import type { FormId } from '../definitions/catalogue.ts';

/** A text in every language that a trader may be spoken to in. */
type Statement = Readonly<Record<Language, string>>;

const consent: Statement = {
  fa: 'ما قیمت کالاها را در بازارها ثبت می‌کنیم تا صادرکنندگان بدانند در این بازار چه خریدار دارد. پاسخ‌دادن به اختیار شماست: می‌توانید پاسخ ندهید، به هر پرسشی پاسخ ندهید یا هر وقت خواستید تمامش کنید. آنچه می‌گویید بدون نام شما به کار می‌رود. نام و شمارهٔ شما فقط اگر خودتان اجازه دهید به دیگران داده می‌شود. موافقید؟',
  en: 'We record what goods cost in the bazaars, so that exporters know what is wanted here. It is up to you: you may refuse, leave out any question, or stop whenever you like. What you say is used without your name. Your name and number are given to others only if you allow it. Do you agree?',
  // native reader: read aloud to a trader before an interview
  ar: 'نسجّل أسعار البضائع في الأسواق ليعرف المصدّرون ما هو مطلوب هنا. الأمر لك: يمكنك أن ترفض، أو أن تترك أي سؤال، أو أن تتوقف متى شئت. يُستخدم ما تقوله من دون اسمك. ولا يُعطى اسمك ورقمك لغيرنا إلا إذا سمحت بذلك. هل توافق؟',
  // native reader: read aloud to a trader before an interview
  ckb: 'ئێمە نرخی کاڵا لە بازاڕەکاندا تۆمار دەکەین بۆ ئەوەی هەناردەکاران بزانن لێرە چی داوا دەکرێت. بە ئارەزووی خۆتە: دەتوانیت ڕازی نەبیت، وەڵامی هەر پرسیارێک نەدەیتەوە، یان هەر کاتێک ویستت بوەستیت. ئەوەی دەیڵێیت بەبێ ناوی تۆ بەکار دەهێنرێت. ناو و ژمارەکەت تەنها ئەگەر خۆت ڕێگە بدەیت دەدرێت بە کەسانی تر. ڕازیت؟',
  // native reader: read aloud to a trader before an interview
  prs: 'ما نرخ اجناس را در بازارها ثبت می‌کنیم تا صادرکنندگان بدانند در این بازار چه خریدار دارد. جواب دادن به اختیار شماست: می‌توانید قبول نکنید، به هر سوالی جواب ندهید یا هر وقت خواستید بس کنید. آنچه می‌گویید بدون نام شما استفاده می‌شود. نام و نمبر شما فقط اگر خودتان اجازه بدهید به دیگران داده می‌شود. موافق هستید؟',
  // native reader: read aloud to a trader before an interview
  ps: 'موږ په بازارونو کې د جنسونو بیې ثبتوو، څو صادروونکي پوه شي چې دلته څه ته اړتیا ده. خوښه ستاسو ده: کولای شئ ونه منئ، هرې پوښتنې ته ځواب ورنه کړئ، یا چې هر وخت وغواړئ بس یې کړئ. څه چې وایاست ستاسو له نوم پرته کارېږي. ستاسو نوم او شمېره یوازې هغه وخت نورو ته ورکول کېږي چې تاسو یې اجازه ورکړئ. موافق یاست؟',
};

/** What is read aloud to a respondent before a question is asked, in every language; undefined where there is nothing to say first. */
export function spokenStatement(form: FormId, field: string): Statement | undefined {
  return form === 'visit' && field === 'consent' ? consent : undefined;
}
