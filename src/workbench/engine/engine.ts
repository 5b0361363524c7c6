/**
 * All that is done to the open workbook's file, away from the page: in a worker, or where there is
 * none on the page's own thread. Each method takes one argument and the options of an operation,
 * so that it can be called across the boundary by its name.
 */
import type {
  AnalysisRequest,
  AnalysisSession,
  PaneLanguage,
  PaneOutcome,
} from '../../app/pane/analysisRunner';
import type { ChosenSettings } from '../../app/chosenSettings';
import type { DetectedWorkbook } from '../../app/pane/detectedWorkbook';
import type { CustomerDetail } from '../../app/pane/paneAnalysis';
import type { Settings } from '../../core';
import type { SheetNames } from '../../report';
import type {
  CellPut,
  OperationOptions,
  RestoreOutcome,
  SharingOutcome,
} from '../../workbook/workbook';
import type { SheetArea } from '../../workbook/file/appearance/linkLocation';
import type { ShownWorkbook } from './shownWorkbook';

/** A file with its name, as the user chose it or as it is to be saved. */
export interface NamedFile {
  readonly name: string;
  readonly file: Blob;
}

/** What the workbench knows of a workbook after an operation changed it. */
export interface RestoredWorkbook {
  readonly outcome: RestoreOutcome;
  readonly shown: ShownWorkbook;
}

export interface WrittenWorkbook {
  readonly names: SheetNames;
  readonly shown: ShownWorkbook;
}

export interface KeepRequest {
  readonly chosen: ChosenSettings;
  readonly language: PaneLanguage;
}

export interface SharedFile extends NamedFile {
  readonly outcome: SharingOutcome;
}

export interface DescribeRequest {
  readonly customer: number;
  readonly scripts?: ChosenSettings;
}

/** A cell, 0-based. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** @throws WorkbookFailure in every method; the workbook is then as it was. */
export interface Engine {
  /** Opens files as one workbook, in place of the one that was open. */
  open(files: readonly NamedFile[], options?: OperationOptions): Promise<ShownWorkbook>;
  /** Puts values into cells of the file, formats staying. */
  putCells(cells: readonly CellPut[], options?: OperationOptions): Promise<void>;
  /** Begins an analysis; resolves with what an earlier run kept in the workbook. */
  startAnalysis(
    language: PaneLanguage,
    options?: OperationOptions,
  ): Promise<AnalysisSession['stored']>;
  detect(mappings: Settings['mappings'], options?: OperationOptions): Promise<DetectedWorkbook>;
  analyze(request: AnalysisRequest, options?: OperationOptions): Promise<PaneOutcome>;
  /** Writes the last analysis; resolves with the workbook as it is now. */
  write(nothing: null, options?: OperationOptions): Promise<WrittenWorkbook>;
  /** Keeps what is chosen in the workbook. */
  keep(request: KeepRequest, options?: OperationOptions): Promise<void>;
  /** Where the formula of a cell leads to within the workbook; null where nowhere. */
  followLink(cell: CellPlace, options?: OperationOptions): Promise<SheetArea | null>;
  describe(request: DescribeRequest, options?: OperationOptions): Promise<CustomerDetail>;
  endAnalysis(nothing: null, options?: OperationOptions): Promise<void>;
  restore(nothing: null, options?: OperationOptions): Promise<RestoredWorkbook>;
  /** The workbook as it is now, as a file to save. */
  save(nothing: null, options?: OperationOptions): Promise<NamedFile>;
  /** A masked copy of the workbook (SPEC 10). */
  share(nothing: null, options?: OperationOptions): Promise<SharedFile>;
}
