import { WorkbookFailure, type FailureFacts } from '../workbookFailure';
import type { WpsApplication } from './wpsTypes';

/** An eight-digit code as WPS words its errors; its text may quote cells and is left out. */
const CODE = /\b(?:0x)?([0-9A-F]{8})\b/i;

/** What went wrong, as a failure; a failure stays as it is. */
export function toFailure(error: unknown, app: WpsApplication): WorkbookFailure {
  if (error instanceof WorkbookFailure) return error;
  const cause = { cause: error };
  if (isBusy(app)) return new WorkbookFailure('workbook.busy', {}, cause);
  const text = error instanceof Error ? error.message : '';
  const code = CODE.exec(text)?.[1]?.toUpperCase();
  const facts: FailureFacts = code === undefined ? {} : { reason: code };
  return new WorkbookFailure('host.refused', facts, cause);
}

/** A cell is being edited, or a dialog is open: nothing can be written. */
export function isBusy(app: WpsApplication): boolean {
  try {
    return (app.Ready as boolean | undefined) === false;
  } catch {
    return true;
  }
}

/** WPS answered nothing where an answer must be. */
export function refused(member: string): WorkbookFailure {
  return new WorkbookFailure('host.refused', { reason: member });
}

/**
 * Does what only adorns: builds that lack it leave it out. Nothing that carries data or meaning may
 * be done in here.
 */
export function attempt(adornment: () => void): void {
  try {
    adornment();
  } catch {
    // Left out, as declared.
  }
}

export function requireCount(value: unknown, member: string): number {
  if (typeof value !== 'number') throw refused(member);
  return value;
}
