/**
 * The members of the WPS spreadsheet object model that are used here, as calls of a page see them:
 * synchronous, collections counted from 1, properties with parameters as calls, numbers for enums.
 * Everything may be missing in some build, and every member costs a trip over the bridge.
 */

export interface WpsRange {
  readonly Row: number;
  readonly Column: number;
  readonly Rows: WpsLines;
  readonly Columns: WpsLines;
  /** One address, absolute. */
  Address(): string;
  readonly EntireRow: { Hidden: boolean | null };
  readonly MergeArea: WpsRange;
  /** Cells as scalars or blocks; see `toRows`. */
  Value2: unknown;
  Formula: unknown;
  NumberFormat: string | null;
  readonly HasFormula: boolean | null;
  readonly MergeCells: boolean | null;
  HorizontalAlignment: number;
  VerticalAlignment: number;
  WrapText: boolean;
  ColumnWidth: number;
  RowHeight: number;
  readonly Interior: { Color: number };
  readonly Font: WpsFont;
  readonly Borders: { LineStyle: number; Weight: number; Color: number };
  readonly Validation: WpsValidation;
  readonly FormatConditions: WpsFormatConditions;
  readonly Left: number;
  readonly Top: number;
  readonly Width: number;
  readonly Height: number;
  Merge(): void;
  UnMerge(): void;
  Clear(): void;
  Copy(destination: WpsRange): void;
  Select(): void;
  AutoFilter(): void;
  Sort(key: WpsRange, order: number, ...rest: readonly unknown[]): void;
}

interface WpsLines {
  readonly Count: number;
}

export interface WpsFont {
  Bold: boolean;
  Italic: boolean;
  Underline: number;
  Size: number;
  Color: number;
}

interface WpsValidation {
  IgnoreBlank: boolean;
  InCellDropdown: boolean;
  ErrorTitle: string;
  ErrorMessage: string;
  Delete(): void;
  Add(type: number, alert: number, operator: number, formula1: string): void;
}

interface WpsFormatConditions {
  Add(
    type: number,
    operator: undefined,
    formula: string,
  ): { readonly Interior: { Color: number }; readonly Font: Pick<WpsFont, 'Bold' | 'Color'> };
  AddDatabar(): {
    readonly BarColor: { Color: number };
    readonly NegativeBarFormat: { ColorType: number; readonly Color: { Color: number } };
  };
}

export interface WpsListObject {
  Name: string;
  TableStyle: string;
  readonly Range: WpsRange;
  Resize(range: WpsRange): void;
  Unlist(): void;
}

export interface WpsName {
  readonly Name: string;
  readonly RefersTo: string;
  Delete(): void;
}

interface WpsNames extends WpsLines {
  Item(at: number): WpsName;
  Add(name: string, refersTo: string, visible: boolean): void;
}

export interface WpsSeries {
  Name: string;
  Values: WpsRange;
  XValues: WpsRange;
  ChartType: number;
  AxisGroup: number;
  HasDataLabels: boolean;
  readonly Interior: { Color: number };
  readonly Border: { Color: number };
  Points(at: number): { readonly Interior: { Color: number } };
}

export interface WpsAxis {
  HasTitle: boolean;
  MinimumScale: number;
  MaximumScale: number;
  ReversePlotOrder: boolean;
  Crosses: number;
  TickLabelPosition: number;
  readonly AxisTitle: { Text: string };
  readonly TickLabels: { NumberFormat: string };
}

export interface WpsChart {
  HasTitle: boolean;
  HasLegend: boolean;
  readonly ChartTitle: { Text: string };
  readonly Legend: { Position: number };
  SeriesCollection(): { NewSeries(): WpsSeries };
  Axes(type: number, group?: number): WpsAxis;
  ChartGroups(at: number): { GapWidth: number };
}

export interface WpsPageSetup {
  PaperSize: number;
  Orientation: number;
  Zoom: boolean;
  FitToPagesWide: number;
  FitToPagesTall: number | boolean;
  PrintTitleRows: string;
  PrintTitleColumns: string;
  PrintArea: string;
  LeftFooter: string;
  CenterFooter: string;
  RightFooter: string;
}

export interface WpsSheet {
  Name: string;
  readonly Index: number;
  Visible: number;
  readonly ProtectContents: boolean;
  readonly UsedRange: WpsRange;
  readonly Cells: { Clear(): void; Copy(destination: WpsRange): void };
  readonly Names: WpsNames;
  readonly Tab: { Color: number };
  readonly FilterMode: boolean;
  AutoFilterMode: boolean;
  readonly AutoFilter: { readonly Range: WpsRange } | null | undefined;
  readonly ListObjects?: WpsLines & {
    Item(at: number): WpsListObject;
    Add(source: number, range: WpsRange, link: undefined, hasHeaders: number): WpsListObject;
  };
  readonly Hyperlinks: { Add(anchor: WpsRange, address: string, subAddress: string): void };
  readonly PageSetup: WpsPageSetup;
  readonly Shapes: { Item(name: string): { AlternativeText: string } };
  Range(address: string): WpsRange;
  ChartObjects(): {
    Add(
      left: number,
      top: number,
      width: number,
      height: number,
    ): { Name: string; readonly Chart: WpsChart };
  };
  ShowAllData(): void;
  Activate(): void;
  Copy(before: undefined, after: WpsSheet): void;
  Delete(): void;
}

export interface WpsWorkbook {
  readonly Name: string;
  readonly FullName: string;
  readonly ReadOnly: boolean;
  readonly ProtectStructure: boolean;
  readonly Date1904: boolean;
  readonly ActiveSheet: WpsSheet;
  readonly Worksheets: WpsLines & {
    Item(at: number): WpsSheet;
    Add(before: WpsSheet | undefined, after: WpsSheet | undefined): WpsSheet;
  };
}

export interface WpsApplication {
  readonly Ready: boolean;
  readonly ActiveWorkbook: WpsWorkbook | null | undefined;
  readonly ActiveWindow: {
    FreezePanes: boolean;
    SplitRow: number;
    SplitColumn: number;
    ScrollRow: number;
    ScrollColumn: number;
  };
  ScreenUpdating: boolean;
  EnableEvents: boolean;
  DisplayAlerts: boolean;
  Calculation: number;
  CopyObjectsWithCells: boolean;
}

/** `Application.Enum` is missing in older builds: the numbers themselves. */
export const WPS = {
  visible: -1,
  hidden: 0,
  veryHidden: 2,
  calculationManual: -4135,
  left: -4131,
  center: -4108,
  right: -4152,
  top: -4160,
  continuous: 1,
  thin: 2,
  ascending: 1,
  noHeader: 2,
  topToBottom: 1,
  pinYin: 1,
  sourceRange: 1,
  yes: 1,
  validateList: 3,
  validateDate: 4,
  alertStop: 1,
  between: 1,
  greaterEqual: 7,
  expression: 2,
  underlineSingle: 2,
  a4: 9,
  portrait: 1,
  landscape: 2,
  categoryAxis: 1,
  valueAxis: 2,
  secondary: 2,
  maximum: 2,
  labelsLow: -4134,
  legendBottom: -4107,
} as const;
