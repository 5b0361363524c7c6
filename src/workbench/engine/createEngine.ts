import type { AnalysisSession, PaneLanguage } from '../../app/pane/analysisRunner';
import { createInlineRunner } from '../../app/pane/createInlineRunner';
import { messages } from '../../messages';
import type { OperationOptions, Workbook } from '../../workbook/workbook';
import { WorkbookFailure } from '../../workbook/workbookFailure';
import type { Engine, NamedFile } from './engine';
import { openBook, type Book } from './openBook';
import { savedName } from './savedName';

/** The engine over files that the user chose. */
export function createEngine(): Engine {
  const runner = createInlineRunner(messages);
  let book: Book | undefined;
  let session: AnalysisSession | undefined;
  /** What the user opened, by name; the file in its place may have been written by us. */
  let inputs: readonly string[] = [];
  let language: PaneLanguage = 'zh-CN';

  function current(): Book {
    if (!book) throw new Error('No workbook is open.');
    return book;
  }

  function analysis(): AnalysisSession {
    if (!session) throw new Error('No analysis was started.');
    return session;
  }

  function endAnalysis(): void {
    session?.close();
    session = undefined;
  }

  /** The open workbook goes on in a file that was written; it keeps its name. */
  async function goOnIn(file: Blob, options?: OperationOptions): Promise<void> {
    const name = inputs[0] ?? '';
    book = await openBook([{ name, file }], quietly(options));
  }

  const workbook: Workbook = {
    capabilities: { tables: true, validations: true, conditionalFormats: true, charts: true },
    read(options) {
      if (options?.signal?.aborted === true) throw new WorkbookFailure('operation.cancelled');
      return Promise.resolve(current().raw);
    },
    async write(plan, options) {
      await goOnIn(await current().write(plan, options), options);
    },
  };

  return {
    async open(files, options) {
      const opened = await openBook(files, options);
      const shown = await opened.show();
      endAnalysis();
      book = opened;
      inputs = files.map(({ name }) => name);
      return shown;
    },
    putCells() {
      return Promise.reject(new WorkbookFailure('host.unsupported'));
    },
    async startAnalysis(chosen, options) {
      endAnalysis();
      language = chosen;
      session = await runner.open(workbook, chosen, options);
      return session.stored;
    },
    detect: (mappings) => analysis().detect(mappings),
    analyze: (request, options) => analysis().analyze(request, options),
    async write(_, options) {
      const names = await analysis().write(options);
      return { names, shown: await current().show() };
    },
    keep: ({ chosen, language: wording }) => analysis().keep(chosen, wording),
    describe: ({ customer, scripts }) => analysis().describe(customer, scripts),
    endAnalysis() {
      endAnalysis();
      return Promise.resolve();
    },
    restore() {
      return Promise.reject(new WorkbookFailure('host.unsupported'));
    },
    save: () => Promise.resolve(savedFile()),
    share() {
      return Promise.reject(new WorkbookFailure('host.unsupported'));
    },
  };

  function savedFile(): NamedFile {
    const { files } = current();
    const [only, ...others] = files;
    if (!only || others.length > 0) throw new Error('Several files are saved when analysed.');
    return { name: savedName(inputs, language), file: only.file };
  }
}

/** Reading back what was written is the end of writing, not another reading. */
function quietly(options: OperationOptions = {}): OperationOptions {
  const { signal } = options;
  return signal ? { signal } : {};
}
