import type { Relationship } from '../relationships';
import { mergeNoteShapes } from './commentParts';
import { withOtherThreadIds } from './threadIds';
import type { WorkbookParts } from './workbookParts';

/** A sheet's parts that hold comments; those that it has not are undefined. */
export interface CommentParts {
  readonly comments: Relationship | undefined;
  /** The boxes that comments are shown in. */
  readonly boxes: Relationship | undefined;
  readonly threads: Relationship | undefined;
}

/** `boxesId` is the relationship of the comments' drawing. */
export function commentsOf(
  relationships: readonly Relationship[],
  boxesId: string | undefined,
): CommentParts {
  const find = (wanted: string) => relationships.find(({ type }) => type === wanted);
  const boxes = relationships.find(({ id, type }) => type === 'vmlDrawing' && id === boxesId);
  return { comments: find('comments'), boxes, threads: find('threadedComment') };
}

export interface RestoredComments {
  /** New text by part name. */
  readonly texts: ReadonlyMap<string, string>;
  /** Parts that get the content of another one, by name. */
  readonly copies: ReadonlyMap<string, string>;
  /** Parts of the copy that the ledger takes over. */
  readonly moved: readonly { readonly type: string; readonly target: string }[];
  readonly movesBoxes: boolean;
  /** Relationships of the ledger that go, and the parts that go with them. */
  readonly dropped: readonly string[];
  readonly gone: readonly string[];
}

/** The copy's comments in the place of the ledger's own, or moved over where that has none. */
export async function restoreComments(
  parts: WorkbookParts,
  { own, copied }: { readonly own: CommentParts; readonly copied: CommentParts },
): Promise<RestoredComments> {
  const nameOf = (item: Relationship | undefined) => item && parts.find(item.target);
  const read = async (name: string) => withOtherThreadIds(await parts.readXml(name));
  const texts = new Map<string, string>();
  const copies = new Map<string, string>();
  const moved: { type: string; target: string }[] = [];
  const comments = nameOf(copied.comments);
  const boxes = nameOf(copied.boxes);
  const threads = comments === undefined ? undefined : nameOf(copied.threads);
  const ownComments = nameOf(own.comments);
  const ownBoxes = nameOf(own.boxes);
  const ownThreads = nameOf(own.threads);

  const dropped = own.threads !== undefined && threads === undefined ? [own.threads.id] : [];
  const gone = dropped.length > 0 && ownThreads !== undefined ? [ownThreads] : [];
  const result = { texts, copies, moved, movesBoxes: false, dropped, gone };
  if (comments === undefined) return result;

  if (threads !== undefined) {
    if (ownThreads === undefined) moved.push({ type: 'threadedComment', target: threads });
    else texts.set(ownThreads, await read(threads));
  }
  if (ownComments !== undefined && (ownBoxes !== undefined || boxes === undefined)) {
    // With the ledger's own ids, if its threads keep their part.
    if (threads !== undefined && ownThreads !== undefined) {
      texts.set(ownComments, await read(comments));
    } else copies.set(ownComments, comments);
    if (ownBoxes !== undefined && boxes !== undefined) {
      const merged = mergeNoteShapes(await parts.readXml(ownBoxes), await parts.readXml(boxes));
      texts.set(ownBoxes, merged);
    }
    return result;
  }
  moved.push({ type: 'comments', target: comments });
  if (boxes !== undefined) moved.push({ type: 'vmlDrawing', target: boxes });
  return { ...result, movesBoxes: boxes !== undefined };
}
