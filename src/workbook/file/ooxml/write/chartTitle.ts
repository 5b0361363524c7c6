import { escapeAttribute, escapeText } from './xmlText';

const TITLE_SIZE = 1200;

/** A title of the chart or of an axis; nothing for an empty one. */
export function titleXml(title: string, language: string, size = TITLE_SIZE): string {
  if (title === '') return '';
  const look = `sz="${String(size)}" b="${size === TITLE_SIZE ? '1' : '0'}"`;
  return (
    '<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>' +
    `<a:p><a:pPr><a:defRPr ${look}/></a:pPr>` +
    `<a:r><a:rPr lang="${escapeAttribute(language)}" ${look}/><a:t>${escapeText(title)}</a:t></a:r>` +
    '</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
  );
}
