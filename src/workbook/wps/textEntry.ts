/**
 * Whether WPS would take a text that is put into a cell without the text format for something else:
 * a formula, a number (losing zeros and digits), a date, a truth value, an error. Rather too often
 * than once too seldom.
 */
export function needsTextFormat(text: string): boolean {
  return NOT_PLAIN.test(text) || WORDS.test(text);
}

const NOT_PLAIN = /^[\s\u3000]*[\d+\-−–.,=@#'"(（)[\]{}$¥￥€£%％/\\:：^<>*?!&|~０-９＋－＝＠．]/;
/** Month names and the like. */
const WORDS =
  /^\s*(?:true|false|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|am|pm|上午|下午|[一二三四五六七八九十]+月|[一二三四五六七八九〇○零]+年)/i;
