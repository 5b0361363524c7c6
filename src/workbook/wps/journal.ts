/** What was done to the workbook, and how to take it back. */
export interface Journal {
  /** Names what takes back the step that is about to be taken; it must do no harm if it was not. */
  willDo(undo: () => void): void;
  /** Takes all steps back, the last first. A step that the host refuses to take back is left. */
  undo(): Promise<void>;
  /** From here on there is no way back. */
  forget(): void;
}

const TRIES = 3;
const PATIENCE_MS = 150;

export function createJournal(): Journal {
  let steps: (() => void)[] = [];
  return {
    willDo(undo) {
      steps.push(undo);
    },
    async undo() {
      for (const step of steps.reverse()) await persist(step);
      steps = [];
    },
    forget() {
      steps = [];
    },
  };
}

/** A user who edits a cell is done in a moment: what was refused is tried again. */
export async function persist(step: () => void): Promise<boolean> {
  for (let left = TRIES; left > 0; left--) {
    try {
      step();
      return true;
    } catch {
      if (left === 1) return false;
      await new Promise((resolve) => {
        setTimeout(resolve, PATIENCE_MS);
      });
    }
  }
  return false;
}
