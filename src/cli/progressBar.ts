import type { Progress } from '../workbook/workbook';

export interface ProgressBar {
  readonly show: (progress: Progress) => void;
  /** Takes the bar off the screen. */
  clear(): void;
}

interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const WIDTH = 24;
const REDRAW_MS = 80;

/** A one-line bar on a terminal; nothing where the output is no terminal or is not wanted. */
export function createProgressBar(
  screen: Screen,
  stages: Readonly<Record<Progress['stage'], string>>,
  wanted: boolean,
): ProgressBar {
  if (!wanted || screen.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  let drawn = '';
  let drawnAt = 0;
  let drawnStage = '';
  return {
    show({ stage, done, total }) {
      const now = performance.now();
      if (stage === drawnStage && now - drawnAt < REDRAW_MS) return;
      drawnAt = now;
      drawnStage = stage;
      const share = total > 0 ? Math.min(1, done / total) : 0;
      const full = Math.round(share * WIDTH);
      const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
      const line = `${bar} ${String(Math.round(share * 100)).padStart(3)}% ${stages[stage]}`;
      if (line === drawn) return;
      drawn = line;
      screen.write(`\r\u001b[2K${line}`);
    },
    clear() {
      if (drawn !== '') screen.write('\r\u001b[2K');
      drawn = '';
    },
  };
}
