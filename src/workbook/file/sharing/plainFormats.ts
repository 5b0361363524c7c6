import { BUILT_IN_FORMATS } from '../appearance/numberFormatCodes';
import { attributeOf } from './tokenText';
import { xmlTokens } from './xmlTokens';

/**
 * By cell format: whether it shows bare digits, as ids do. Amounts and dates have separators,
 * decimals, signs or letters.
 */
export function parsePlainFormats(stylesXml: string): (style: number) => boolean {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  for (const token of xmlTokens(stylesXml)) {
    const { kind, name } = token;
    if (name === 'cellXfs') inCells = kind === 'open';
    if (kind === 'close' || kind === 'text') continue;
    if (name === 'numFmt') {
      codes.set(Number(attributeOf(token, 'numFmtId')), attributeOf(token, 'formatCode') ?? '');
    } else if (name === 'xf' && inCells) ids.push(Number(attributeOf(token, 'numFmtId') ?? 0));
  }
  const plain = ids.map((id) => {
    const code = codes.get(id) ?? BUILT_IN_FORMATS[id] ?? 'General';
    return /^(?:General|G\/通用格式|@|[0#?][-0#? ()]*)(?:_.|;.*)?$/i.test(code);
  });
  return (style) => plain[style] ?? true;
}
