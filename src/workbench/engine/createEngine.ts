import type { AnalysisRequest, AnalysisSession, PaneLanguage } from '../../app/pane/analysisRunner';
import { createInlineRunner } from '../../app/pane/createInlineRunner';
import { messages } from '../../messages';
import type { OperationOptions, Workbook } from '../../workbook/workbook';
import { WorkbookFailure } from '../../workbook/workbookFailure';
import type { Engine, NamedFile } from './engine';
import { openBook, type Book } from './openBook';
import { savedName, sharedName } from './savedName';

/** The engine over files that the user chose. */
export function createEngine(): Engine {
  const runner = createInlineRunner(messages);
  let book: Book | undefined;
  let session: Session | undefined;
  /** What the user opened, by name; the file in its place may have been written by us. */
  let inputs: readonly string[] = [];
  let language: PaneLanguage = 'zh-CN';

  function current(): Book {
    if (!book) throw new Error('No workbook is open.');
    return book;
  }

  function started(): Session {
    if (!session) throw new Error('No analysis was started.');
    return session;
  }

  function endAnalysis(): void {
    session?.analysis.close();
    session = undefined;
  }

  /** The analysis over the cells as they are now: the user may have typed since it was begun. */
  async function upToDate(options?: OperationOptions): Promise<Session> {
    const before = started();
    if (before.readFrom === current() || before.written) return before;
    const readFrom = current();
    const analysis = await runner.open(workbook, language, options);
    const { request } = before;
    const isStill = request && (await analysis.analyze(request, options)).ok;
    before.analysis.close();
    session = { analysis, readFrom, written: false, ...(isStill && { request }) };
    return session;
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
    async putCells(cells, options) {
      await goOnIn(await current().putCells(cells, options), options);
    },
    async startAnalysis(chosen, options) {
      endAnalysis();
      language = chosen;
      const analysis = await runner.open(workbook, chosen, options);
      session = { analysis, readFrom: current(), written: false };
      return analysis.stored;
    },
    detect: async (mappings) => (await upToDate()).analysis.detect(mappings),
    async analyze(request, options) {
      const { analysis } = await upToDate(options);
      const outcome = await analysis.analyze(request, options);
      if (outcome.ok) session = { ...started(), request };
      return outcome;
    },
    async write(_, options) {
      const { analysis, request } = await upToDate(options);
      if (!request) throw new WorkbookFailure('workbook.changed');
      const names = await analysis.write(options);
      session = { ...started(), written: true };
      return { names, shown: await current().show() };
    },
    keep: ({ chosen, language: wording }) => started().analysis.keep(chosen, wording),
    followLink: (cell) => current().followLink(cell),
    describe: ({ customer, scripts }) => started().analysis.describe(customer, scripts),
    endAnalysis() {
      endAnalysis();
      return Promise.resolve();
    },
    async restore(_, options) {
      const { outcome, file } = await current().restore(options);
      if (file) await goOnIn(file, options);
      return { outcome, shown: await current().show() };
    },
    save: () => Promise.resolve(savedFile()),
    async share(_, options) {
      const shared = await current().share(messages(language).scripts, options);
      return { name: sharedName(inputs, language), ...shared };
    },
  };

  function savedFile(): NamedFile {
    const { files } = current();
    const [only, ...others] = files;
    if (!only || others.length > 0) throw new Error('Several files are saved when analysed.');
    return { name: savedName(inputs, language), file: only.file };
  }
}

interface Session {
  readonly analysis: AnalysisSession;
  /** What was open when the analysis read it. */
  readonly readFrom: Book;
  /** What was analysed last. */
  readonly request?: AnalysisRequest;
  /** Once written it reads anew by itself. */
  readonly written: boolean;
}

/** Reading back what was written is the end of writing, not another reading. */
function quietly(options: OperationOptions = {}): OperationOptions {
  const { signal } = options;
  return signal ? { signal } : {};
}
