/** Passes on to the pane that Excel waits for the user to finish a cell. */
export interface CellEditSignal {
  tell(isEditing: boolean): void;
  /** Undone by the result. */
  listen(listener: (isEditing: boolean) => void): () => void;
}

export function createCellEditSignal(): CellEditSignal {
  const listeners = new Set<(isEditing: boolean) => void>();
  return {
    tell(isEditing) {
      for (const listener of listeners) listener(isEditing);
    },
    listen(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
