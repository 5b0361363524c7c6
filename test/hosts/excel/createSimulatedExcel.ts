import type { CellRange } from '../../../src/core';
import type { WorkbookContent } from '../../../src/workbook/memory/workbookContent';
import { readApiMembers } from './apiMembers';
import { createBook, findSheet, type Book } from './book';
import { fillBook } from './fillBook';
import type { HostObject } from './members/hostType';
import { NOT_SIMULATED } from './hostError';
import { processQuery, type QueryRequest } from './processQuery';

/** A failure of the host at one of the requests to come. */
export interface InjectedFailure {
  /** How many requests pass before it. */
  readonly after: number;
  /**
   * `refused`: nothing of the request is done. `halfway`: half of its actions are done.
   * `lost`: all is done, and the answer never arrives.
   */
  readonly kind: 'refused' | 'halfway' | 'lost';
  /** Office.js's error code. */
  readonly code: string;
  /** All requests from then on fail as well: the host is gone. */
  readonly forGood?: boolean;
}

export interface RequestRecord {
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly actions: number;
}

export interface SimulatedExcel {
  book: Book;
  readonly requests: RequestRecord[];
  /** What the simulated Excel itself could not do; never what Excel refuses. */
  readonly defects: unknown[];
  /** Minor version n of the declared `ExcelApi 1.n`. */
  apiSet: number;
  /** A cell is being edited: requests wait if they say that they can, and are refused if not. */
  isEditingCell: boolean;
  fail(failure: InjectedFailure | undefined): void;
  /** Excel is there again: nothing fails any more, and what the client had kept is gone. */
  restart(): void;
  /** The answer to the text of one request. */
  answer(text: string, flags: number): HostAnswer;
  /** The selection, with its sheet's name. */
  selection(): { readonly sheet: string; readonly area: CellRange } | undefined;
  reset(content: WorkbookContent, options?: { readonly apiSet?: number }): void;
}

export type HostAnswer =
  | { readonly kind: 'response'; readonly text: string }
  /** An error number of the transport: the host did not look at the request. */
  | { readonly kind: 'refused'; readonly error: number };

/** On the web, a request and an answer may each have this many bytes. */
const LIMIT = 5 * 1024 * 1024;
const REQUEST_TOO_LARGE = 5103;
const RESPONSE_TOO_LARGE = 5104;
const CONNECTION_LOST = 5012;
const DELAY_FOR_CELL_EDIT = 64;
const members = readApiMembers();
const encoder = new TextEncoder();

const NEWEST_API_SET = 17;

/** Excel as far as our adapter needs it: a workbook in memory behind the protocol of Office.js. */
export function createSimulatedExcel(): SimulatedExcel {
  let kept = new Map<string, HostObject>();
  let failure: InjectedFailure | undefined;
  let passed = 0;

  const excel: SimulatedExcel = {
    book: createBook('book.xlsx'),
    requests: [],
    defects: [],
    apiSet: NEWEST_API_SET,
    isEditingCell: false,
    fail(next) {
      failure = next;
      passed = 0;
    },
    restart() {
      kept = new Map();
      failure = undefined;
    },
    answer(text, flags) {
      const request = JSON.parse(text) as QueryRequest;
      if (isHousekeeping(request)) return respond(request);
      const requestBytes = encoder.encode(text).length;
      if (requestBytes > LIMIT) return { kind: 'refused', error: REQUEST_TOO_LARGE };
      if (excel.isEditingCell && (flags & DELAY_FOR_CELL_EDIT) === 0) {
        return error('InvalidOperationInCellEditMode');
      }
      // Whoever waits is let through once the user has finished.
      excel.isEditingCell = false;
      const answer = withFailure(request);
      const responseBytes = answer.kind === 'response' ? encoder.encode(answer.text).length : 0;
      excel.requests.push({ requestBytes, responseBytes, actions: request.Actions.length });
      if (responseBytes > LIMIT) return { kind: 'refused', error: RESPONSE_TOO_LARGE };
      return answer;
    },
    selection() {
      const sheet = excel.book.sheets.find(({ id }) => id === excel.book.activeSheetId);
      return sheet && { sheet: sheet.name, area: excel.book.selection };
    },
    reset(content, options = {}) {
      kept = new Map();
      failure = undefined;
      excel.requests.length = 0;
      excel.defects.length = 0;
      excel.apiSet = options.apiSet ?? NEWEST_API_SET;
      excel.isEditingCell = false;
      excel.book = fillBook(content);
    },
  };

  function withFailure(request: QueryRequest): HostAnswer {
    if (failure?.after !== passed++) return respond(request);
    const { kind, code, forGood } = failure;
    failure = forGood === true ? { ...failure, kind: 'refused', after: passed } : undefined;
    if (kind === 'halfway') {
      return respond(request, { at: Math.floor(request.Actions.length / 2), code });
    }
    if (kind === 'lost') {
      respond(request);
      return { kind: 'refused', error: CONNECTION_LOST };
    }
    if (code === 'RequestPayloadSizeLimitExceeded') {
      return { kind: 'refused', error: REQUEST_TOO_LARGE };
    }
    return code === 'ConnectionLost' ? { kind: 'refused', error: CONNECTION_LOST } : error(code);
  }

  function respond(
    request: QueryRequest,
    breakOff?: { readonly at: number; readonly code: string },
  ): HostAnswer {
    const state = { book: excel.book, apiSet: excel.apiSet, kept };
    try {
      const response = processQuery(request, { state, members, breakOff });
      if (response.Error?.Code === NOT_SIMULATED) excel.defects.push(response.Error);
      return { kind: 'response', text: JSON.stringify(response) };
    } catch (defect) {
      excel.defects.push(defect);
      throw defect;
    }
  }

  return excel;
}

/** The client gives references back and says that it is there: nothing of ours. */
function isHousekeeping({ Actions, ObjectPaths }: QueryRequest): boolean {
  const isService = Object.values(ObjectPaths).some(({ ObjectPathType }) => ObjectPathType === 2);
  return (
    isService ||
    Actions.every(({ ActionType, Name }) => ActionType === 1 || Name === '_RemoveReference')
  );
}

function error(code: string): HostAnswer {
  const Error = { Code: code, Message: code, Location: '', HttpStatusCode: 400, ActionIndex: 0 };
  return { kind: 'response', text: JSON.stringify({ Results: [], TraceIds: [], Error }) };
}

/** For tests that look at one sheet. */
export function sheetOf(excel: SimulatedExcel, name: string) {
  const sheet = findSheet(excel.book, name);
  if (!sheet) throw new Error(`There is no sheet ${name}`);
  return sheet;
}
