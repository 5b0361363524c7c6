import { xmlEvents } from './xmlEvents';

export interface RichText {
  /** The runs' text, phonetic guides left out; Excel's escapes not yet decoded. */
  readonly text: string;
  /** True where there is more than one plain text: runs with fonts, phonetic guides. */
  readonly isRich: boolean;
}

/**
 * The text of an `<si>` or `<is>` element, given whole.
 * @throws WorkbookFailure `file.damaged`.
 */
export function readRichText(xml: string, part: string): RichText {
  let text = '';
  let isRich = false;
  let inText = false;
  let phonetic = 0;
  for (const event of xmlEvents(xml, part)) {
    if (event.kind === 'text') {
      if (inText && phonetic === 0) text += event.text;
    } else if (event.kind === 'close') {
      if (event.name === 't') inText = false;
      if (event.name === 'rPh') phonetic--;
    } else if (event.name === 't') {
      inText = !event.selfClosed;
    } else if (event.name === 'r' || event.name === 'rPh') {
      isRich = true;
      if (event.name === 'rPh' && !event.selfClosed) phonetic++;
    }
  }
  return { text, isRich };
}
