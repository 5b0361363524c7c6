/** An annotated workbook with phone, document and account numbers planted wherever a file keeps text. */
import { utils, write } from '@e965/xlsx';
import { unzip, zipOf, type PartContent } from '../ooxml-write/memory';
import { annotateBook } from './shareBook';

export const PHONE = '13900001234';
export const DOCUMENT = '11010119900307425X';
export const ACCOUNT = '6222000012345678901';
/** In no column of the ledger: known by its form alone. */
const OTHER_PHONE = '18611112222';
export const NUMBERS = [PHONE, '13900005678', DOCUMENT, '110101198512170029', ACCOUNT, OTHER_PHONE];

const LEDGER = [
  ['客户号', '户名', '手机号', '证件号码', '账号', '余额', '日均', '客户经理'],
  ['001', '张三', PHONE, DOCUMENT, ACCOUNT, 100.5, 300.5, '王一'],
  ['002', '李四', '13900005678', '110101198512170029', '6222000012345678902', 5000, 1, '王一'],
];

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const REL = `${OFFICE}/relationships`;
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const inline = (ref: string, content: string): string =>
  `<c r="${ref}" t="inlineStr"><is>${content}</is></c>`;
const text = (ref: string, content: string): string => inline(ref, `<t>${content}</t>`);

/** Cells of the memo sheet, one a row. */
export const MEMO_CELLS: Readonly<Record<string, (ref: string) => string>> = {
  'a number': (ref) => `<c r="${ref}"><v>${PHONE}</v></c>`,
  'a number in exponent form': (ref) => `<c r="${ref}"><v>1.3900001234E10</v></c>`,
  'an account that lost digits': (ref) => `<c r="${ref}"><v>6.2220000123456788E18</v></c>`,
  'exponent form as text': (ref) => text(ref, '卡号6.22200001234568E+18'),
  'a sentence': (ref) => text(ref, `请打${PHONE}找他，或者${OTHER_PHONE}。`),
  'full-width digits': (ref) => text(ref, '电话１３９００００１２３４'),
  'spaces and dashes': (ref) => text(ref, `139 0000 1234 / 139-0000-5678 / +86 ${PHONE}`),
  'groups of four': (ref) => text(ref, '6222 0000 1234 5678 901'),
  'digits before and behind': (ref) => text(ref, `20251130${ACCOUNT}0001；1${PHONE}9`),
  entities: (ref) => text(ref, '&#49;&#51;&#x39;00001234'),
  'a zero-width character': (ref) => text(ref, '139\u200b00001234'),
  'runs of formats': (ref) =>
    inline(ref, `<r><rPr><b/></rPr><t>139</t></r><r><t xml:space="preserve">00001234 </t></r>`),
  'a phonetic guide': (ref) => inline(ref, `<t>李</t><rPh sb="0" eb="1"><t>${PHONE}</t></rPh>`),
  'a formula of texts': (ref) =>
    `<c r="${ref}" t="str"><f>"139"&amp;"00001234"</f><v>${PHONE}</v></c>`,
  'a formula that looks for a number': (ref) =>
    `<c r="${ref}"><f>SUMIF(明细!E:E,"${ACCOUNT}",明细!F:F)</f><v>100.5</v></c>`,
  'a formula that shows a cell': (ref) => `<c r="${ref}" t="str"><f>明细!C2</f><v>${PHONE}</v></c>`,
  'a formula that computes with a number': (ref) =>
    `<c r="${ref}"><f>${PHONE}+0</f><v>${PHONE}</v></c>`,
  'a lower-case document number': (ref) => text(ref, DOCUMENT.toLowerCase()),
  'a CDATA section': (ref) => inline(ref, `<t><![CDATA[<${PHONE}>]]></t>`),
};

/** Parts of the memo sheet behind its cells. */
const MEMO_TAIL =
  `<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>$A$1="${PHONE}"</formula></cfRule></conditionalFormatting>` +
  `<dataValidations count="1"><dataValidation type="list" sqref="B1" promptTitle="电话" prompt="${PHONE}" error="${DOCUMENT}"><formula1>"${PHONE},${ACCOUNT}"</formula1></dataValidation></dataValidations>` +
  `<hyperlinks><hyperlink ref="A1" r:id="rId1" tooltip="${PHONE}"/><hyperlink ref="A2" location="'客户${PHONE}'!A1" display="${PHONE}"/></hyperlinks>` +
  `<pageSetup orientation="landscape" r:id="rId5"/><headerFooter><oddHeader>&amp;L&amp;12${PHONE}&amp;R${DOCUMENT}</oddHeader></headerFooter>` +
  '<drawing r:id="rId6"/><legacyDrawing r:id="rId2"/>';

const relationship = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${type.includes(':') ? type : `${REL}/${type}`}" Target="${target}"${mode}/>`;
const relationships = (...items: readonly string[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}">${items.join('')}</Relationships>`;

const MEMO_RELATIONSHIPS = relationships(
  relationship('rId1', 'hyperlink', `tel:${PHONE}`, ' TargetMode="External"'),
  relationship('rId2', 'vmlDrawing', '../drawings/memo.vml'),
  relationship('rId3', 'comments', '../comments9.xml'),
  relationship(
    'rId4',
    'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
    '../threadedComments/t1.xml',
  ),
  relationship('rId5', 'printerSettings', '../printerSettings/p1.bin'),
  relationship('rId6', 'drawing', '../drawings/memo.xml'),
  relationship('rId7', 'pivotTable', '../pivotTables/pivot1.xml'),
  relationship('rId8', 'http://example.com/2030/relationships/unknown', '../unknown/u1.xml'),
);

const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const XDR = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const anchor = (content: string): string =>
  '<xdr:twoCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>8</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>5</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>' +
  `${content}<xdr:clientData/></xdr:twoCellAnchor>`;

/** Parts that are put beside those of the annotated workbook, with their content types. */
const PLANTED: readonly (readonly [name: string, type: string, content: PartContent])[] = [
  [
    'xl/drawings/memo.vml',
    'application/vnd.openxmlformats-officedocument.vmlDrawing',
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="n1" type="#_x0000_t202"><v:textbox><div><font>139</font><font>00001234</font></div></v:textbox><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>`,
  ],
  [
    'xl/comments9.xml',
    `${SPREADSHEET}.comments+xml`,
    `${XML}<comments xmlns="${MAIN}"><authors><author>${PHONE}</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>电话139</t></r><r><rPr><b/></rPr><t>00001234</t></r></text></comment></commentList></comments>`,
  ],
  [
    'xl/threadedComments/t1.xml',
    'application/vnd.ms-excel.threadedcomments+xml',
    `${XML}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" id="{5A0E5C0D-7E0A-4E6B-9D43-0C1E3A9F2B71}"><text>${DOCUMENT}</text></threadedComment></ThreadedComments>`,
  ],
  ['xl/printerSettings/p1.bin', `${SPREADSHEET}.printerSettings`, Buffer.from(PHONE)],
  [
    'xl/drawings/memo.xml',
    'application/vnd.openxmlformats-officedocument.drawing+xml',
    `${XML}<xdr:wsDr xmlns:xdr="${XDR}" xmlns:a="${A}" xmlns:r="${REL}">${anchor(`<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="框" descr="${ACCOUNT}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>139</a:t></a:r><a:r><a:rPr b="1"/><a:t>00001234</a:t></a:r></a:p></xdr:txBody></xdr:sp>`)}${anchor('<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="图"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill><xdr:spPr/></xdr:pic>')}</xdr:wsDr>`,
  ],
  [
    'xl/drawings/_rels/memo.xml.rels',
    '',
    relationships(relationship('rId1', 'image', '../media/image9.emf')),
  ],
  ['xl/media/image9.emf', 'image/x-emf', Buffer.from(PHONE)],
  [
    'xl/pivotTables/pivot1.xml',
    `${SPREADSHEET}.pivotTable+xml`,
    `${XML}<pivotTableDefinition xmlns="${MAIN}" name="${PHONE}"/>`,
  ],
  [
    'xl/pivotTables/_rels/pivot1.xml.rels',
    '',
    relationships(relationship('rId1', 'pivotCacheDefinition', '../pivotCache/cache1.xml')),
  ],
  [
    'xl/pivotCache/cache1.xml',
    `${SPREADSHEET}.pivotCacheDefinition+xml`,
    `${XML}<pivotCacheDefinition xmlns="${MAIN}"><cacheFields count="1"><cacheField name="账号"><sharedItems><s v="${ACCOUNT}"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>`,
  ],
  ['xl/unknown/u1.xml', 'application/vnd.example+xml', `<u>${ACCOUNT}</u>`],
  ['xl/vbaProject.bin', 'application/vnd.ms-office.vbaProject', Buffer.from(ACCOUNT)],
  [
    'xl/externalLinks/e1.xml',
    `${SPREADSHEET}.externalLink+xml`,
    `${XML}<externalLink xmlns="${MAIN}" xmlns:r="${REL}"><externalBook r:id="rId1"><sheetNames><sheetName val="${PHONE}"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>${ACCOUNT}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
  ],
  [
    'xl/externalLinks/_rels/e1.xml.rels',
    '',
    relationships(
      relationship('rId1', 'externalLinkPath', `file:///${PHONE}.xlsx`, ' TargetMode="External"'),
    ),
  ],
  [
    'xl/connections.xml',
    `${SPREADSHEET}.connections+xml`,
    `${XML}<connections xmlns="${MAIN}"><connection id="1" name="${PHONE}" refreshedVersion="6"/></connections>`,
  ],
  [
    'customXml/item1.xml',
    'application/xml',
    `<c>${Buffer.from(PHONE).toString('base64')}${PHONE}</c>`,
  ],
  [
    'docProps/custom.xml',
    'application/vnd.openxmlformats-officedocument.custom-properties+xml',
    `${XML}<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${PHONE}"><vt:lpwstr>${ACCOUNT}</vt:lpwstr></property></Properties>`,
  ],
];

/** The annotated workbook with everything planted. */
export async function plantedBook(): Promise<Uint8Array> {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(LEDGER), '明细');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['备忘']]), '备忘');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['空']]), `客户${PHONE}`);
  book.Props = { Author: PHONE, LastAuthor: DOCUMENT, Company: ACCOUNT, Title: PHONE };
  const input = write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array;
  const entries = unzip(await annotateBook({ '明细.xlsx': input }));
  const parts = new Map<string, PartContent>(
    [...entries].map(([name, { text: content }]) => [name, content]),
  );
  const edit = (name: string, change: (before: string) => string): void => {
    parts.set(name, change(String(parts.get(name) ?? '')));
  };
  const memo = `xl/${targetOf(parts, '备忘')}`;
  const cells = Object.values(MEMO_CELLS).map(
    (cell, i) => `<row r="${String(i + 1)}">${cell(`A${String(i + 1)}`)}</row>`,
  );
  parts.set(
    memo,
    `${XML}<!-- ${PHONE} --><?note ${PHONE}?><worksheet xmlns="${MAIN}" xmlns:r="${REL}"><sheetData>${cells.join('')}</sheetData>${MEMO_TAIL}</worksheet>`,
  );
  parts.set(memo.replace('worksheets/', 'worksheets/_rels/') + '.rels', MEMO_RELATIONSHIPS);
  for (const [name, , content] of PLANTED) parts.set(name, content);
  edit('[Content_Types].xml', (xml) =>
    xml.replace(
      '</Types>',
      `${PLANTED.filter(([, type]) => type !== '')
        .map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`)
        .join('')}</Types>`,
    ),
  );
  edit('xl/_rels/workbook.xml.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      `${relationship('x1', 'http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'vbaProject.bin')}${relationship('x2', 'externalLink', 'externalLinks/e1.xml')}${relationship('x3', 'connections', 'connections.xml')}${relationship('x4', 'customXml', '../customXml/item1.xml')}</Relationships>`,
    ),
  );
  edit('_rels/.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      `${relationship('x1', 'custom-properties', 'docProps/custom.xml')}</Relationships>`,
    ),
  );
  edit('xl/workbook.xml', (xml) =>
    xml
      .replace(
        '<definedNames>',
        `<externalReferences><externalReference r:id="x2"/></externalReferences><definedNames><definedName name="电话">"${PHONE}"</definedName><definedName name="号码">${PHONE}</definedName>`,
      )
      .replace(
        '</workbook>',
        `<extLst><ext uri="{1}"><note xmlns="urn:x">${ACCOUNT}</note></ext></extLst></workbook>`,
      ),
  );
  const chart = [...parts.keys()].find((name) => name.includes('charts/chart'));
  if (chart !== undefined) {
    edit(chart, (xml) =>
      xml.replace(
        /<c:strCache>.*?<\/c:strCache>/s,
        `<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${PHONE}</c:v></c:pt></c:strCache>`,
      ),
    );
  }
  return zipOf(parts);
}

function targetOf(parts: ReadonlyMap<string, PartContent>, sheet: string): string {
  const workbook = String(parts.get('xl/workbook.xml'));
  const id = new RegExp(`<sheet name="${sheet}"[^>]*r:id="([^"]+)"`).exec(workbook)?.[1] ?? '';
  const list = String(parts.get('xl/_rels/workbook.xml.rels'));
  const item = [...list.matchAll(/<Relationship [^>]*>/g)].find(([tag]) =>
    tag.includes(`Id="${id}"`),
  );
  return (/Target="\/?(?:xl\/)?([^"]+)"/.exec(item?.[0] ?? '')?.[1] ?? '').replace(/^\/?xl\//, '');
}
