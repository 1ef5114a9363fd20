import type { Page } from '@playwright/test';

/** A name from outside as it is stored, a part of it that is nowhere else, and how it is to be shown. */
export interface HostileName {
  readonly stored: string;
  readonly marker: string;
  readonly shown: string;
}

/** What a page shows of names: how often each stands in it, and every place where one is not isolated or hides something. */
interface ShownNames {
  readonly seen: number;
  readonly faults: readonly string[];
}

/** Looks through the texts, attributes and title of a page for names. A text field has a direction of its own. */
export async function shownNames(page: Page, names: readonly HostileName[]): Promise<ShownNames> {
  return page.evaluate((known) => {
    const faults: string[] = [];
    let seen = 0;

    /** The text of the innermost isolate around a place of a text; undefined where there is none. */
    function isolateAround(text: string, at: number): string | undefined {
      let depth = 0;
      for (let begin = at - 1; begin >= 0; begin -= 1) {
        const sign = text.charAt(begin);
        if (sign === '\u2069') depth += 1;
        else if (sign === '\u2066' || sign === '\u2068') {
          if (depth === 0) return text.slice(begin + 1, text.indexOf('\u2069', at));
          depth -= 1;
        }
      }
      return undefined;
    }

    function look(text: string, where: string, element?: Element): void {
      if (/[\u202e\u2067]/.test(text)) faults.push(`hidden in ${where}: ${text}`);
      for (const { marker, shown } of known) {
        for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + 1)) {
          seen += 1;
          const own = element?.closest('bdi, [dir="auto"]')?.textContent.trim();
          if (isolateAround(text, at) !== shown && own !== shown) {
            faults.push(`not isolated in ${where}: ${text}`);
          }
        }
      }
    }

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent !== null && !parent.closest('textarea, script, style')) {
        look(node.nodeValue ?? '', parent.tagName, parent);
      }
    }
    const spoken = ['aria-label', 'aria-description', 'title', 'alt', 'placeholder', 'label'];
    for (const name of spoken) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        look(element.getAttribute(name) ?? '', `${element.tagName} ${name}`);
      }
    }
    look(document.title, 'the title of the window');
    return { seen, faults };
  }, names);
}
