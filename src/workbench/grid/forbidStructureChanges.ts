import { CanceledError, type ICommandService } from '@univerjs/core';

/**
 * Cells can be edited; rows, columns and sheets stay where the file has them, because what is typed
 * is saved by its place. Looks are the file's too.
 */
const FORBIDDEN =
  /\.command\.(?:insert-(?:row|col|sheet|range)|(?:remove|delete|append)-(?:row|col|sheet|range)|move-(?:rows|cols|range)|set-worksheet-(?:name|order|hide|show|tab-color|copy)|copy-sheet|add-worksheet-merge|remove-worksheet-merge|set-style|set-frozen|cut)/;

/** Refuses commands that would move what the file holds. */
export function forbidStructureChanges(commands: ICommandService): void {
  commands.beforeCommandExecuted(({ id }) => {
    if (FORBIDDEN.test(id)) throw new CanceledError();
  });
}
