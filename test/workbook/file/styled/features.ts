/** What the styled workbook holds, each thing told so that moving the rows does not change it. */
import { createLook, LEDGER, type LedgerView } from './ledgerView';
import { all, first, plain, type PackageView } from './packageView';

type Find = (view: PackageView, ledger: LedgerView) => unknown;

/** Columns of the export itself: an analysis adds others at the right. */
const OWN_COLUMN = /^[A-M]\d+$/;

export const FEATURES: Readonly<Record<string, Find>> = {
  'merged titles': (_, { sheet }) =>
    all(sheet, 'mergeCell').map((item) => item.getAttribute('ref')),
  'fonts of every cell': (view, ledger) => looks(view, ledger, 'font'),
  'fills of every cell': (view, ledger) => looks(view, ledger, 'fill'),
  'borders of every cell': (view, ledger) => looks(view, ledger, 'border'),
  'number formats of every cell': (view, ledger) => looks(view, ledger, 'numberFormat'),
  'alignment of every cell': (view, ledger) => looks(view, ledger, 'alignment'),
  'locked and unlocked cells': (view, ledger) => looks(view, ledger, 'protection'),
  'column widths, hidden columns and column groups': (_, { sheet }) =>
    all(sheet, 'col').slice(0, 12).map(plain),
  'row heights': (_, { rows, key }) =>
    sorted(rows.map((row) => [key(numberOf(row)), row.getAttribute('ht')]).filter(isOfData)),
  'row groups': (_, { rows, key }) =>
    sorted(rows.filter((row) => row.hasAttribute('outlineLevel')).map((row) => key(numberOf(row)))),
  'rich text': (view) => all(view.xml('xl/sharedStrings.xml'), 'r').map(plain),
  'rich text in its row': (view, { rows, key }) => richRows(view, rows, key),
  'phonetic text': (view) => all(view.xml('xl/sharedStrings.xml'), 'rPh').map(plain),
  'frozen panes, zoom and grid lines': (_, { sheet }) => {
    const view = first(sheet, 'sheetView');
    return [
      plain(first(view, 'pane')),
      view.getAttribute('zoomScale'),
      view.getAttribute('showGridLines'),
    ];
  },
  'tab colour': (_, { sheet }) => plain(first(sheet, 'tabColor')),
  'code name for macros': (_, { sheet }) => first(sheet, 'sheetPr').getAttribute('codeName'),
  'a formula rule over all rows': (_, ledger) => rules(ledger, 'expression'),
  'a rule on a cell’s value': (_, ledger) => rules(ledger, 'cellIs'),
  'an icon set': (_, ledger) => rules(ledger, 'iconSet'),
  'data bars': (_, ledger) => rules(ledger, 'dataBar'),
  'data bars of Excel 2010': (_, { sheet, places }) =>
    all(sheet, 'conditionalFormatting')
      .filter((item) => item.prefix === 'x14')
      .filter((item) => all(item, 'sqref').some((ref) => /^H\d/.test(ref.textContent)))
      .map((item) => [plain(first(item, 'dataBar')), places(first(item, 'sqref').textContent)]),
  'looks of rules': (view) => all(view.xml('xl/styles.xml'), 'dxf').slice(0, 2).map(plain),
  'a list to choose from': (_, ledger) => validations(ledger, 'list'),
  'a validation of one row': (_, ledger) => validations(ledger, 'textLength'),
  'a link to the web in its row': (view, { path, sheet, place }) =>
    all(sheet, 'hyperlink')
      .filter((link) => !link.hasAttribute('location'))
      .map((link) => [
        place(link.getAttribute('ref') ?? ''),
        link.getAttribute('tooltip'),
        ...webTargets(view, path),
      ]),
  'a link within the workbook in its row': (_, { sheet, place }) =>
    all(sheet, 'hyperlink')
      .filter((link) => link.getAttribute('location') === "'参数'!A1")
      .map((link) => place(link.getAttribute('ref') ?? '')),
  'comments in their rows': (view, { path, place }) =>
    comments(view, path).map((item) => [
      place(item.getAttribute('ref') ?? ''),
      plain(first(item, 'text')),
    ]),
  'boxes of comments: place, size, colour': (view, { path, key }) =>
    all(view.xml(notesPath(view, path)), 'shape')
      .filter((shape) => all(shape, 'Row').length > 0)
      .map((shape) => {
        const row = Number(first(shape, 'Row').textContent);
        const anchor = first(shape, 'Anchor').textContent.split(',').map(Number);
        const height = (anchor[6] ?? 0) - (anchor[2] ?? 0);
        return [key(row + 1), height, (anchor[2] ?? 0) - row, shape.getAttribute('fillcolor')];
      })
      .sort(),
  'a thread of comments in its row': (view, { path, place }) => {
    const authors = view.targets(path, 'comments').flatMap((part) => all(view.xml(part), 'author'));
    const threads = view
      .targets(path, 'threadedComment')
      .flatMap((part) => all(view.xml(part), 'threadedComment'));
    const ids = threads.map((item) => item.getAttribute('id'));
    return threads.map((item) => ({
      at: place(item.getAttribute('ref') ?? ''),
      text: item.textContent,
      answers: ids.indexOf(item.getAttribute('parentId')),
      hasComment: authors.some(({ textContent }) => textContent === `tc=${ids[0] ?? ''}`),
    }));
  },
  'the people who commented': (view) => view.bytes('xl/persons/person.xml'),
  'sheet protection': (_, { sheet }) => plain(first(sheet, 'sheetProtection')),
  'a range that may be edited': (_, { sheet, places }) =>
    all(sheet, 'protectedRange').map((item) => [
      item.getAttribute('name'),
      places(item.getAttribute('sqref') ?? ''),
    ]),
  'workbook protection': (view) => plain(first(view.xml('xl/workbook.xml'), 'workbookProtection')),
  'a filter over the ledger': (_, { sheet }) =>
    first(sheet, 'autoFilter')
      .getAttribute('ref')
      ?.replace(/:[A-Z]+/, ':'),
  'paper, orientation, scale and margins': (_, { sheet }) =>
    ['pageSetUpPr', 'pageMargins', 'pageSetup'].map((local) => plain(first(sheet, local))),
  'printer settings': (view, { path }) => view.targets(path, 'printerSettings').map(view.bytes),
  'headers and footers': (_, { sheet }) => plain(first(sheet, 'headerFooter')),
  'a picture in the page header': (view, { path, sheet }) => {
    const target = relatedTo(view, path, first(sheet, 'legacyDrawingHF'));
    return [view.bytes(target), ...view.targets(target, 'image').map(view.bytes)];
  },
  'header rows on every page': (view) => names(view, '_xlnm.Print_Titles'),
  'a print area': (view) => names(view, '_xlnm.Print_Area').map((text) => text.replace(/:.*/, '')),
  'page breaks': (_, { sheet }) => plain(first(sheet, 'rowBreaks')),
  'ignored errors': (_, { sheet }) => all(sheet, 'ignoredError').map(plain),
  'a chart over the ledger': (view, { path }) =>
    view
      .targets(path, 'drawing')
      .flatMap((drawing) => [
        all(view.xml(drawing), 'graphicFrame').length,
        ...view.targets(drawing, 'chart').map(view.bytes),
      ]),
  'a picture with its description': (view, { path }) =>
    view
      .targets(path, 'drawing')
      .flatMap((drawing) => [
        ...all(view.xml(drawing), 'pic').map(plain),
        ...view.targets(drawing, 'image').map(view.bytes),
      ]),
  'a text box': (view, { path }) =>
    view.targets(path, 'drawing').flatMap((drawing) => all(view.xml(drawing), 'sp').map(plain)),
  'a button with its macro': (view, { path }) =>
    all(view.xml(notesPath(view, path)), 'ClientData')
      .filter((data) => data.getAttribute('ObjectType') === 'Button')
      .map(plain),
  sparklines: (_, { sheet, place, relative }) =>
    all(sheet, 'sparkline').map((item) => {
      const at = first(item, 'sqref').textContent;
      return [place(at), relative(first(item, 'f').textContent, Number(/\d+/.exec(at)?.[0]))];
    }),
  'a table on another sheet': (view) => view.targets(view.sheet('参数'), 'table').map(view.bytes),
  'an array formula on another sheet': (view) => all(view.xml(view.sheet('参数')), 'f').map(plain),
  'a picture behind a sheet': (view) => view.targets(view.sheet('参数'), 'image').map(view.bytes),
  'a pivot table': (view) => view.targets(view.sheet('透视'), 'pivotTable').map(view.bytes),
  'a pivot cache with its records': (view) =>
    view
      .targets('xl/workbook.xml', 'pivotCacheDefinition')
      .flatMap((cache) => [
        plain(first(view.xml('xl/workbook.xml'), 'pivotCaches')),
        view.bytes(cache),
        ...view.targets(cache, 'pivotCacheRecords').map(view.bytes),
      ]),
  'a chart sheet': (view) => {
    const drawings = view.targets(view.sheet('图表'), 'drawing');
    return drawings.flatMap((drawing) => view.targets(drawing, 'chart')).map(view.bytes);
  },
  'the user’s sheets, their order and visibility': (view) =>
    all(view.xml('xl/workbook.xml'), 'sheet')
      .filter((item) =>
        [LEDGER, '参数', '透视', '图表', '隐藏'].includes(item.getAttribute('name') ?? ''),
      )
      .map((item) => [
        item.getAttribute('name'),
        item.getAttribute('sheetId'),
        item.getAttribute('state'),
      ]),
  'defined names': (view) => ['全部余额', '利率', '常数'].map((name) => names(view, name)),
  'the scope of a name': (view) => {
    const book = view.xml('xl/workbook.xml');
    const name = all(book, 'definedName').find((item) => item.getAttribute('name') === '利率');
    return all(book, 'sheet')[Number(name?.getAttribute('localSheetId'))]?.getAttribute('name');
  },
  'how it is calculated': (view) =>
    first(view.xml('xl/workbook.xml'), 'calcPr').getAttribute('iterateCount'),
  'a link to another workbook': (view) =>
    view
      .targets('xl/workbook.xml', 'externalLink')
      .flatMap((link) => [
        view.bytes(link),
        ...view.targets(link, 'externalLinkPath'),
        all(view.xml('xl/workbook.xml'), 'externalReference').length,
      ]),
  'custom XML': (view) => view.targets('xl/workbook.xml', 'customXml').map(view.bytes),
  'document properties': (view) => [
    view.bytes('docProps/core.xml'),
    view.bytes('docProps/app.xml'),
  ],
  'custom properties': (view) => view.bytes('docProps/custom.xml'),
  'the theme': (view) => view.targets('xl/workbook.xml', 'theme').map(view.bytes),
  'named cell styles': (view) => all(view.xml('xl/styles.xml'), 'cellStyle').map(plain),
  'the macro project': (view) => [
    ...view.targets('xl/workbook.xml', 'vbaProject').map(view.bytes),
    all(view.xml('[Content_Types].xml'), 'Override')
      .find((item) => item.getAttribute('PartName') === '/xl/workbook.xml')
      ?.getAttribute('ContentType'),
  ],
};

/** One look of all cells of the export's rows with an account. */
function looks(view: PackageView, { rows, place }: LedgerView, part: string): unknown {
  const look = createLook(view);
  return sorted(
    rows
      .flatMap((row) => all(row, 'c'))
      .filter((cell) => OWN_COLUMN.test(cell.getAttribute('r') ?? ''))
      .map((cell) => [
        place(cell.getAttribute('r') ?? ''),
        look(cell.getAttribute('s') ?? '0')[part],
      ])
      .filter(isOfData),
  );
}

/** Rows without an account (titles, the total) are told by their number. */
function isOfData([key]: readonly (string | null | undefined)[]): boolean {
  return key?.startsWith('#') === false;
}

function rules({ sheet, places, relative }: LedgerView, type: string): unknown {
  return all(sheet, 'cfRule')
    .filter((rule) => rule.prefix === null && rule.getAttribute('type') === type)
    .map((rule): [string, string, string[]] => {
      const sqref = rule.parentElement?.getAttribute('sqref') ?? '';
      const top = Math.min(...[...sqref.matchAll(/\d+/g)].map(Number));
      const formulas = all(rule, 'formula').map((item) => relative(item.textContent, top));
      return [plain(rule).replace(/<formula>.*?<\/>/g, ''), formulas.join(), places(sqref)];
    })
    .filter(([, , cells]) => cells.every((cell) => /:[A-L]-[A-L]$/.test(cell)));
}

function validations({ sheet, places }: LedgerView, type: string): unknown {
  return all(sheet, 'dataValidation')
    .filter((item) => item.getAttribute('type') === type)
    .map((item) => [
      plain(item).replace(/ sqref="[^"]*"/, ''),
      places(item.getAttribute('sqref') ?? ''),
    ]);
}

function comments(view: PackageView, path: string): Element[] {
  return view.targets(path, 'comments').flatMap((target) => all(view.xml(target), 'comment'));
}

function notesPath(view: PackageView, path: string): string {
  return relatedTo(view, path, first(view.xml(path), 'legacyDrawing'));
}

/** The part that an element of a sheet refers to by its `r:id`. */
function relatedTo(view: PackageView, path: string, element: Element): string {
  const rels = view.xml(path.replace(/([^/]*)$/, '_rels/$1.rels'));
  const id = element.getAttribute('r:id');
  const found = all(rels, 'Relationship').find((item) => item.getAttribute('Id') === id);
  return new URL(found?.getAttribute('Target') ?? '', `file:///${path}`).pathname.slice(1);
}

function webTargets(view: PackageView, path: string): (string | null)[] {
  return all(view.xml(path.replace(/([^/]*)$/, '_rels/$1.rels')), 'Relationship')
    .filter((item) => item.getAttribute('TargetMode') === 'External')
    .map((item) => item.getAttribute('Target'));
}

/** What names of the user's refer to; not those of copies of ours. */
function names(view: PackageView, name: string): string[] {
  return all(view.xml('xl/workbook.xml'), 'definedName')
    .filter((item) => item.getAttribute('name') === name)
    .map((item) => item.textContent.replace(/^'([^']*)'!/, '$1!'))
    .filter((text) => /^(?:存款明细|参数|0)/.test(text));
}

/** Rows whose cell refers to a shared string of several runs. */
function richRows(view: PackageView, rows: readonly Element[], key: (row: number) => string) {
  const strings = all(view.xml('xl/sharedStrings.xml'), 'si');
  const rich = new Set(
    strings.flatMap((item, index) => (all(item, 'r').length > 0 ? [String(index)] : [])),
  );
  return rows
    .filter((row) =>
      all(row, 'c').some((cell) => cell.getAttribute('t') === 's' && rich.has(cell.textContent)),
    )
    .map((row) => key(numberOf(row)));
}

function numberOf(row: Element): number {
  return Number(row.getAttribute('r'));
}

function sorted<T>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (String(a) < String(b) ? -1 : 1));
}
