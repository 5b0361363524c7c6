/** Writes a ledger as Excel does: two worksheets, shared strings, date and amount styles. */
import { closeSync, createReadStream, openSync, rmSync, writeSync } from 'node:fs';
import { createZipFile } from './zipFile.mjs';

const CHUNK_CHARS = 1 << 18;
/** Texts that are looked up before they are added again; beyond that, repeats get a new index. */
const REMEMBERED_TEXTS = 200_000;
/** Columns of texts that hardly ever repeat; looking them up would only cost memory. */
const UNIQUE_COLUMNS = new Set([3, 6, 8]);
const STYLE_DATE = 1;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** `strings`: `shared`, as Excel writes them, or `inline`, as many report engines do. */
export async function writeXlsxLedger(path, ledger, { strings = 'shared' } = {}) {
  const texts = strings === 'shared' ? createSharedTexts(`${path}.texts`) : undefined;
  const zip = createZipFile(path);
  const parts = staticParts(texts !== undefined);
  for (const name of Object.keys(parts)) await zip.add(name, [Buffer.from(parts[name])]);
  await zip.add('xl/worksheets/sheet1.xml', sheetXml(ledger.ledgerRows(), texts));
  await zip.add('xl/worksheets/sheet2.xml', sheetXml(ledger.customerRows(), texts));
  if (texts) {
    await zip.add('xl/sharedStrings.xml', texts.xml());
    texts.remove();
  }
  zip.close();
}

function* sheetXml(rows, texts) {
  let out = `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="14.25"/><sheetData>`;
  let rowNumber = 0;
  for (const row of rows) {
    rowNumber++;
    if (row.length === 0) continue;
    out += `<row r="${rowNumber}" spans="1:${row.length}">`;
    for (let column = 0; column < row.length; column++) {
      out += cellXml(row[column], column, rowNumber, texts);
    }
    out += '</row>';
    if (out.length > CHUNK_CHARS) {
      yield Buffer.from(out);
      out = '';
    }
  }
  yield Buffer.from(`${out}</sheetData></worksheet>`);
}

function cellXml(cell, column, rowNumber, texts) {
  if (cell === null || cell === undefined) return '';
  const at = String.fromCharCode(65 + column) + rowNumber;
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell !== 'string') return `<c r="${at}" s="${STYLE_DATE}"><v>${cell.serial}</v></c>`;
  if (!texts) return `<c r="${at}" t="inlineStr"><is>${textXml(cell)}</is></c>`;
  return `<c r="${at}" t="s"><v>${texts.indexOf(cell, UNIQUE_COLUMNS.has(column))}</v></c>`;
}

function textXml(text) {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return /^\s|\s$/.test(text) ? `<t xml:space="preserve">${escaped}</t>` : `<t>${escaped}</t>`;
}

/** The shared strings: written aside while the sheets pass, because they number millions. */
function createSharedTexts(path) {
  const file = openSync(path, 'w');
  const known = new Map();
  let pending = '';
  let unique = 0;
  let count = 0;
  const flush = () => {
    writeSync(file, Buffer.from(pending));
    pending = '';
  };
  return {
    indexOf(text, isUnique) {
      count++;
      const index = isUnique ? undefined : known.get(text);
      if (index !== undefined) return index;
      pending += `<si>${textXml(text)}</si>`;
      if (pending.length > CHUNK_CHARS) flush();
      if (!isUnique && known.size < REMEMBERED_TEXTS) known.set(text, unique);
      return unique++;
    },
    async *xml() {
      flush();
      closeSync(file);
      yield Buffer.from(`${XML}<sst xmlns="${MAIN}" count="${count}" uniqueCount="${unique}">`);
      yield* createReadStream(path, { highWaterMark: CHUNK_CHARS });
      yield Buffer.from('</sst>');
    },
    remove: () => rmSync(path),
  };
}

function staticParts(hasSharedTexts) {
  const parts = ['worksheet', 'worksheet', 'styles', ...(hasSharedTexts ? ['sharedStrings'] : [])];
  const paths = ['worksheets/sheet1', 'worksheets/sheet2', 'styles', 'sharedStrings'];
  const overrides = parts.map(
    (type, index) =>
      `<Override PartName="/xl/${paths[index]}.xml" ContentType="${CONTENT}.${type}+xml"/>`,
  );
  const relations = parts.map(
    (type, index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONSHIPS}/${type}" Target="${paths[index]}.xml"/>`,
  );
  return {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="存款明细" sheetId="1" r:id="rId1"/><sheet name="客户信息" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`,
    'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="176" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  };
}
