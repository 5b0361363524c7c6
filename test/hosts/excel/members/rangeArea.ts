import type { CellRange } from '../../../../src/core';
import { parseArea } from '../address';
import type { Sheet } from '../book';
import { HostError } from '../hostError';
import type { HostObject } from './hostType';

/** What an object of the class `Range` stands for. */
export interface Range {
  readonly sheet: Sheet;
  readonly area: CellRange;
}

/** An argument that is a range or its address. */
export function rangeArgument(argument: unknown, sheet: Sheet): Range {
  if (typeof argument === 'string') return { sheet, area: parseArea(argument) };
  return (argument as HostObject).self as Range;
}

export function checkUnprotected(sheet: Sheet): void {
  if (sheet.isProtected) throw new HostError('AccessDenied', 'The sheet is protected');
}
