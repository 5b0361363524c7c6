/**
 * What a workbook holds, in one form for every host, so that two can be compared: colours are
 * `RRGGBB`, areas and places A1 addresses, widths whole pixels, heights points.
 */
export interface WorkbookView {
  readonly sheets: readonly SheetView[];
}

export interface SheetView {
  readonly name: string;
  readonly visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  readonly frozen: string;
  readonly merges: readonly string[];
  /** Pixels by column. */
  readonly widths: Readonly<Record<string, number>>;
  /** Names of ours in the sheet's scope, with what they say. */
  readonly marks: readonly string[];
  /** What stands in the cells and how it looks, by `row,column`. */
  readonly cells: ReadonlyMap<string, string>;
  /** Where cells lead, by `row,column`. */
  readonly links: ReadonlyMap<string, string>;
  /** Nothing of the user's sheets but of the columns that an analysis adds. */
  readonly conditions: readonly ConditionView[];
  /** Of sheets of ours alone. */
  readonly own: OwnSheetView | undefined;
}

export interface ConditionView {
  readonly area: string;
  readonly rule: string;
  readonly look: Readonly<Record<string, unknown>>;
}

export interface OwnSheetView {
  readonly tabColor: string;
  readonly heights: Readonly<Record<string, number>>;
  readonly tables: readonly string[];
  readonly validations: readonly string[];
  readonly charts: readonly ChartView[];
  readonly print: PrintView | undefined;
}

export interface ChartView {
  readonly name: string;
  readonly title: string;
  readonly legend: string;
  readonly place: string;
  readonly alternativeText: string;
  readonly series: readonly SeriesView[];
  readonly axes: Readonly<Record<string, unknown>>;
}

export interface SeriesView {
  readonly name: string;
  readonly kind: string;
  readonly axis: 'primary' | 'secondary';
  readonly values: string;
  readonly categories: string;
  readonly colors: readonly string[];
  readonly labels: boolean;
}

export interface PrintView {
  readonly orientation: string;
  readonly paper: string;
  readonly pages: string;
  readonly areas: string;
  readonly titles: string;
  readonly footer: string;
}

/** Which sheets are ours, and where the columns begin that were added to a ledger. */
export interface Added {
  readonly ownSheets: ReadonlySet<string>;
  readonly firstAddedColumn: ReadonlyMap<string, number>;
}

/** The areas of conditions that an analysis has set on a sheet. */
export function isAdded(added: Added, sheet: string, firstColumn: number): boolean {
  if (added.ownSheets.has(sheet)) return true;
  return firstColumn >= (added.firstAddedColumn.get(sheet) ?? Infinity);
}

/** Rows take their looks with them when a host sorts them, but lines stay where they are. */
export function withoutLines(look: string): string {
  const rest = look.replace(/"borders":"lined",|,?"borders":"lined"/, '');
  return rest === '{}' ? '' : rest;
}

/** The first column of a sheet whose lines can be compared. */
export function firstLinedColumn(added: Added, sheet: string): number {
  return added.firstAddedColumn.get(sheet) ?? 0;
}

/** A cell of a view; nothing for an empty one that looks plain. */
export function describeCell(
  content: { readonly value: unknown; readonly formula?: string },
  look: string,
): string | undefined {
  const { value, formula = '' } = content;
  if (value === '' && formula === '' && look === '') return undefined;
  const shown = typeof value === 'number' ? Number(value.toPrecision(12)) : value;
  return `${JSON.stringify([shown, formula])} ${look}`;
}

/** What a cell's look adds to a plain cell's. */
export function describeLook(look: Readonly<Record<string, unknown>>): string {
  const own = Object.entries(look).filter(([, part]) => part !== undefined);
  if (own.length === 0) return '';
  return JSON.stringify(Object.fromEntries(own.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** What was set, as a text; nothing is an empty one. */
export function settingText(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Expects two workbooks to be the same, sheet by sheet; tells of a few cells that are not. */
export function expectSame(ours: WorkbookView, theirs: WorkbookView): void {
  const names = ({ sheets }: WorkbookView) => sheets.map(({ name }) => name);
  expect(names(ours)).toEqual(names(theirs));
  for (const [at, sheet] of ours.sheets.entries()) {
    const other = theirs.sheets[at] ?? sheet;
    expect({
      ...sheet,
      cells: firstDifferences(sheet.cells, other.cells),
      links: firstDifferences(sheet.links, other.links),
    }).toEqual({ ...other, cells: [], links: [] });
    expect(sheet.cells.size).toBeGreaterThan(0);
  }
}

/** Where two differ, a few of them: what is here, what is there. */
function firstDifferences(here: ReadonlyMap<string, string>, there: ReadonlyMap<string, string>) {
  return [...new Set([...here.keys(), ...there.keys()])]
    .filter((key) => here.get(key) !== there.get(key))
    .slice(0, 5)
    .map((key) => [key, here.get(key), there.get(key)]);
}
