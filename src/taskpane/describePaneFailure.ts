import type { PaneFailure } from '../app/pane/paneState';
import type { Messages } from '../messages';

/** What went wrong and what to do next, in words. */
export function describePaneFailure(failure: PaneFailure, words: Messages): string {
  switch (failure.kind) {
    case 'problem':
      return words.problem(failure.problem);
    case 'workbook':
      return words.failures[failure.failure.code](failure.failure.facts);
    case 'noWorkbook':
      return words.pane.failed.noWorkbook;
    case 'nothingToRestore':
      return words.pane.failed.nothingToRestore;
    case 'bug':
      return words.pane.failed.bug;
  }
}
