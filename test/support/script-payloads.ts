/** A text that would run, load, style or calculate something where it were taken for more than a text. */
export interface ScriptPayload {
  readonly text: string;
  /** Stands nowhere else. */
  readonly mark: string;
}

/** The attribute of every element that a payload would make. */
export const MADE_BY_PAYLOAD = 'data-hostile';
/** The function that every script of a payload would call. */
export const CALLED_BY_PAYLOAD = 'hostileRan';

const run = `${CALLED_BY_PAYLOAD}()`;
const made = MADE_BY_PAYLOAD;
const events = (
  'onerror onload onclick onmouseover onfocus onblur onanimationstart onanimationend ontransitionend onpointerenter onpointerdown onwheel ontoggle onbegin ' +
  'onbeforeinput oninput onpaste oncopy onscroll onresize onhashchange onpageshow onplay onloadstart oncanplay onbeforetoggle'
).split(' ');

// Grouped by what would have to go wrong: each is short enough for a name (80 letters) with its mark.
const elements: readonly string[] = [
  ...events.map((event) => `<img ${made} src=x ${event}=${run}>`),
  ...events.slice(0, 14).map((event) => `<svg ${made} ${event}=${run}>`),
  ...events.slice(4, 16).map((event) => `<input autofocus ${made} ${event}=${run}>`),
  ...['iframe', 'embed', 'frame', 'portal'].map(
    (name) => `<${name} ${made} src=javascript:${run}>`,
  ),
  ...['a', 'area', 'base', 'link', 'use'].map((name) => `<${name} ${made} href=javascript:${run}>`),
  ...['form', 'button', 'input'].map((name) => `<${name} ${made} formaction=javascript:${run}>`),
  ...['script', 'template', 'style', 'title', 'textarea', 'noscript', 'xmp', 'plaintext'].map(
    (name) => `</${name}><script ${made}>${run}</script>`,
  ),
  ...['details open', 'marquee', 'video', 'audio', 'body', 'select', 'dialog open', 'object'].map(
    (name) => `<${name} ${made} ontoggle=${run} onload=${run}>`,
  ),
  `<script ${made}>${run}</script>`,
  `<SCRIPT ${made}>${run}</SCRIPT>`,
  `<scr<script>ipt ${made}>${run}</script>`,
  `<script ${made} src=data:,${run}></script>`,
  `<script ${made} type=module>${run}</script>`,
  `<svg><script ${made}>${run}</script></svg>`,
  `<svg><animate ${made} onbegin=${run} attributeName=x>`,
  `<svg><foreignObject><img ${made} src=x onerror=${run}>`,
  `<svg><a ${made} xlink:href=javascript:${run}><text>x`,
  `<math><mtext><img ${made} src=x onerror=${run}>`,
  `<math ${made} href=javascript:${run}>x`,
  `<meta ${made} http-equiv=refresh content=0;url=javascript:${run}>`,
  `<iframe ${made} srcdoc='<script>parent.${run}</script>'>`,
  `<!--><img ${made} src=x onerror=${run}>-->`,
  `<![CDATA[><img ${made} src=x onerror=${run}>]]>`,
  `<img ${made} src=x:x onerror\u00a0=${run}>`,
  `<img\u000c${made}\u000csrc=x\u000conerror=${run}>`,
  `<x ${made} contenteditable onfocus=${run} tabindex=1>`,
  `&lt;img ${made} src=x onerror=${run}&gt;`,
  `&#60;img ${made} src=x onerror=${run}&#62;`,
  `%3Cimg ${made} src=x onerror=${run}%3E`,
  String.raw`\u003cimg ${made} src=x onerror=${run}\u003e`,
  String.raw`\x3cimg ${made} src=x onerror=${run}\x3e`,
  `＜img ${made} src=x onerror=${run}＞`,
];
const attributes = ['"', "'", '`', '">', "'>", '"/>', '">\u200b'].flatMap((end) => [
  `${end} onmouseover=${run} ${made}=`,
  `${end} autofocus onfocus=${run} ${made}=`,
  `${end}<img ${made} src=x onerror=${run}>`,
]);
const scripts: readonly string[] = [
  `';${run}//`,
  `";${run}//`,
  `\`;${run}//`,
  `\${${run}}`,
  `{{${run}}}`,
  `{{constructor.constructor('${run}')()}}`,
  `<%= ${run} %>`,
  `#{${run}}`,
  `[[${run}]]`,
  `@{${run}}`,
  `{%print ${run}%}`,
  `*{${run}}`,
  `$(${run})`,
  `]]>${run}`,
  String.raw`\u2028${run}//`,
  `__proto__`,
  `constructor`,
  `toString`,
  `{"__html":"<img ${made} onerror=${run}>"}`,
  `{"$$typeof":"x","type":"img"}`,
];
const addresses = [
  'javascript:',
  'JaVaScRiPt:',
  'java\tscript:',
  'vbscript:',
  'data:text/html,',
].flatMap((scheme) => [
  `${scheme}${run}`,
  `[x](${scheme}${run})`,
  `![x](${scheme}${run})`,
  `<${scheme}${run}>`,
  `url(${scheme}${run})`,
]);
const styles: readonly string[] = [
  `</style><style ${made}>*{color:red}`,
  `x:expression(${run})`,
  `;background:url(//hostile.example/x)`,
  `}body{background:url(//hostile.example/x)}`,
  `@import "//hostile.example/x";`,
  `<link ${made} rel=stylesheet href=//hostile.example/x>`,
  `<div ${made} style=position:fixed;inset:0>`,
];
const tables = ['=', '+', '-', '@', '\t=', '\r=', '|'].flatMap((sign) => [
  `${sign}HYPERLINK("//hostile.example";"x")`,
  `${sign}cmd|'/C calc'!A0`,
]);
const directions = [
  '\u202e',
  '\u202d',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\u200f',
  '\u061c',
].map((sign) => `${sign}<img ${made} src=x onerror=${run}>`);

/** Some two hundred texts of every kind; with its mark none is longer than 120 letters. */
export const scriptPayloads: readonly ScriptPayload[] = [
  elements,
  attributes,
  scripts,
  addresses,
  styles,
  tables,
  directions,
]
  .flat()
  .map((text, at) => {
    const mark = `zq${String(at).padStart(3, '0')}`;
    return { mark, text: `${text} ${mark}` };
  });
