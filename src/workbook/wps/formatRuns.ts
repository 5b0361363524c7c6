/** Rows that share a number format. */
export interface FormatRun {
  readonly first: number;
  readonly last: number;
  /** Undefined where finding out would take too long. */
  readonly format: string | undefined;
}

/** Questions to the host per column: a trip each, so that long mixed columns stay unknown in part. */
const MOST_QUESTIONS = 400;
const MOST_QUESTIONS_OF_LONG = 32;
const LONG = 2_000;

/**
 * The number formats of a stretch of rows. `ask` gives the format that all rows from `first` to
 * `last` share, or null where they do not; then halves are asked for, up to a limit.
 */
export function findFormatRuns(
  ask: (first: number, last: number) => string | null | undefined,
  first: number,
  last: number,
): readonly FormatRun[] {
  const runs: FormatRun[] = [];
  const most = last - first > LONG ? MOST_QUESTIONS_OF_LONG : MOST_QUESTIONS;
  let questions = 0;
  const visit = (from: number, to: number): void => {
    const answer = questions++ < most ? ask(from, to) : undefined;
    if (typeof answer === 'string') addRun(runs, { first: from, last: to, format: answer });
    else if (from === to || questions > most) {
      addRun(runs, { first: from, last: to, format: undefined });
    } else {
      const middle = (from + to) >> 1;
      visit(from, middle);
      visit(middle + 1, to);
    }
  };
  if (first <= last) visit(first, last);
  return runs;
}

function addRun(runs: FormatRun[], run: FormatRun): void {
  const before = runs[runs.length - 1];
  if (before?.format === run.format && before !== undefined) {
    runs[runs.length - 1] = { ...before, last: run.last };
  } else runs.push(run);
}
