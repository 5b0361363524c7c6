import { SHARING_MARK } from '../../../core';
import { MARK_NAME } from '../../sheetMark';
import { relationshipsPathOf } from '../ooxml/partPath';
import { editContentTypes, editRelationships } from '../ooxml/write/packageEdits';
import { ContentType, vocabularyOf } from '../ooxml/write/vocabulary';
import { packageParts, type WorkbookParts } from '../ooxml/write/workbookParts';
import { editWorkbook } from '../ooxml/write/workbookXml';
import { createWriteProgress } from '../ooxml/write/writeProgress';
import type { PackageSheet, XlsxPackage } from '../ooxml/xlsxPackage';
import { createZipWriter } from '../zip/writeZip';
import type { ByteSink, Compression } from '../bytes';
import type { OperationOptions, SharingOutcome } from '../../workbook';
import { blankDrawing } from './blankDrawing';
import { createPartMask, type PartMask, type PartRules } from './maskPart';
import { createSheetMask } from './maskSheet';
import { maskText } from './maskText';
import { createPartCuts } from './partCuts';
import { parsePlainFormats } from './plainFormats';
import { formOf, planCopy } from './planCopy';
import type { Secret } from './secret';
import { planSheetNames } from './sheetNames';
import { createSharedTexts } from './sharedTexts';
import type { BookSecrets } from './studyBook';
import { createXmlTokenizer, xmlTokens } from './xmlTokens';

export interface CopyJob extends OperationOptions {
  readonly package: XlsxPackage;
  readonly secrets: BookSecrets;
  readonly sink: ByteSink;
  readonly compression: Compression;
}

export interface WrittenCopy extends SharingOutcome {
  /** The copy's worksheets in tab order, by their names in the source. */
  readonly sheetNames: readonly string[];
}

const CONTENT_TYPES = '[Content_Types].xml';
const GONE_MARKS = ['original', 'settings'] as const;

/** Writes the masked copy of a package to a sink, which stays open. */
export async function writeCopy(job: CopyJob): Promise<WrittenCopy> {
  const { package: opened, secrets } = job;
  const { find } = secrets;
  const parts = packageParts(opened);
  const gone = opened.sheets.filter(({ mark }) => GONE_MARKS.some((name) => name === mark));
  const plan = await planCopy(
    opened,
    parts,
    gone.map(({ partPath }) => partPath),
  );
  const masked = { phone: 0, idNo: 0, accountNo: 0 };
  const count = (found: readonly Secret[]): void => {
    for (const { kind } of found) masked[kind]++;
  };
  const names = planSheetNames(
    opened.workbook.tabs.map(({ name }) => name),
    find,
  );
  const goneNames = new Set(gone.map(({ name }) => name));
  const { stylesPath, sharedStringsPath } = opened;
  const sharedPath = sharedStringsPath === undefined ? undefined : parts.find(sharedStringsPath);
  const shared = createSharedTexts(
    sharedPath === undefined ? '<sst/>' : await parts.readXml(sharedPath),
  );
  const isPlainFormat = parsePlainFormats(
    stylesPath === undefined ? '<styleSheet/>' : await parts.readXml(stylesPath),
  );
  const texts = await editLists();
  const zip = createZipWriter(job.sink, job.compression);
  const progress = createWriteProgress(job, parts.names.length);
  for (const name of parts.names) {
    progress.check();
    if (name === sharedPath || (name !== CONTENT_TYPES && !plan.kept.has(name))) continue;
    await writePart(name);
  }
  if (sharedPath !== undefined && plan.kept.has(sharedPath)) {
    await zip.addStream(newPath(sharedPath), encoded(shared.parts()));
  }
  await zip.finish();
  progress.check();
  const notes = new Set(plan.notes);
  for (const mark of GONE_MARKS) if (gone.some((sheet) => sheet.mark === mark)) notes.add(mark);
  const removed = removedTabs();
  const kept = opened.sheets.filter(({ tab }) => !removed.has(tab));
  return { masked, notes: [...notes], sheetNames: kept.map(({ name }) => name) };

  function removedTabs(): Set<number> {
    const cut = plan.cut.get(parts.find(parts.workbookPath) ?? '') ?? new Set();
    const ids = opened.workbook.tabs.map(({ relationshipId }) => relationshipId);
    return new Set(ids.flatMap((id, tab) => (cut.has(id) ? [tab] : [])));
  }

  async function writePart(name: string): Promise<void> {
    const text = texts.get(name);
    const type = opened.contentTypes.typeOf(name);
    const form = formOf(type);
    const rules = rulesOf(name);
    if (text !== undefined) {
      await zip.addText(newPath(name), createPartMask(rules).push(xmlTokens(text)));
    } else if (form === 'drawing') {
      await zip.addStream(newPath(name), [blankDrawing(type)]);
    } else if (form !== 'xml') {
      await parts.copy(name, zip, newPath(name));
    } else {
      const sheet = opened.sheets.find(({ partPath }) => parts.find(partPath) === name);
      const mask = sheet === undefined ? createPartMask(rules) : sheetMask(sheet, rules);
      const mayPass4GiB = parts.sizeOf(name) > 3e9;
      await zip.addStream(newPath(name), progress.watch(maskedChunks(parts, name, mask)), {
        mayPass4GiB,
      });
    }
  }

  function rulesOf(name: string): PartRules {
    const cuts = createPartCuts(
      plan.cut.get(name) ?? new Set(),
      opened.contentTypes.typeOf(name).includes('externalLink'),
    );
    return { find, count, cuts, renameSheets: names.rename, sheetName: names.newName };
  }

  function sheetMask(sheet: PackageSheet, rules: PartRules): PartMask {
    const scopes = secrets.scopes.get(sheet.name);
    const cellRules = {
      ...rules,
      shared,
      isPlainFormat,
      valued: new Set<string>(),
      withoutPhones: sheet.mark === 'scripts',
      maskedColumns: (name: string | undefined) =>
        name !== undefined && goneNames.has(name)
          ? ('all' as const)
          : secrets.maskedColumns.get(name ?? sheet.name),
    };
    return createSheetMask(cellRules, scopes ?? { columns: new Map(), scopeOf: () => 'text' });
  }

  /** Where a name of a part holds a number, its target in the relationships is masked alike. */
  function newPath(name: string): string {
    return maskText(name, find(name, 'text'), 'X');
  }

  /** The parts that list other parts, without what is left out. */
  async function editLists(): Promise<Map<string, string>> {
    const edited = new Map<string, string>();
    for (const [part, ids] of plan.cut) {
      const path = parts.find(relationshipsPathOf(part));
      if (path === undefined || ids.size === 0) continue;
      edited.set(path, editRelationships(await parts.readXml(path), { removed: ids, added: [] }));
    }
    const typesPath = parts.find(CONTENT_TYPES) ?? CONTENT_TYPES;
    const removed = new Set(parts.names.filter((name) => !plan.kept.has(name)));
    // A copy without macros is a plain workbook, or Excel refuses to open it.
    const added = new Map([[parts.find(parts.workbookPath) ?? '', ContentType.workbook]]);
    edited.set(typesPath, editContentTypes(await parts.readXml(typesPath), { removed, added }));
    const workbookXml = markedAsCopy(await parts.readXml(parts.workbookPath));
    edited.set(
      parts.find(parts.workbookPath) ?? parts.workbookPath,
      editWorkbook(workbookXml, {
        removedTabs: removedTabs(),
        front: [],
        back: [],
        activateFirst: false,
        namedRanges: new Map(),
        vocabulary: vocabularyOf(workbookXml),
      }),
    );
    return edited;
  }
}

/** The mark of 客户汇总 tells in every host what the workbook is. */
function markedAsCopy(workbookXml: string): string {
  const mark = new RegExp(`(<(?:\\w+:)?definedName[^<>]*"${MARK_NAME}"[^<>]*>)([^<]*)`, 'gi');
  return workbookXml.replace(mark, (whole, tag: string, value: string) =>
    /^=?(?:"|&quot;)customers:/.test(value.trim())
      ? tag + value.replace('customers:', `${SHARING_MARK}:`)
      : whole,
  );
}

async function* maskedChunks(
  parts: WorkbookParts,
  name: string,
  mask: PartMask,
): AsyncGenerator<Uint8Array, void, undefined> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const tokenizer = createXmlTokenizer();
  for await (const chunk of parts.stream?.(name) ?? []) {
    const text = mask.push(tokenizer.push(decoder.decode(chunk, { stream: true })));
    if (text !== '') yield encoder.encode(text);
  }
  const end = mask.push(tokenizer.end());
  if (end !== '') yield encoder.encode(end);
}

const BATCH = 1 << 16;

function* encoded(pieces: Iterable<string>): Generator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  let batch = '';
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < BATCH) continue;
    yield encoder.encode(batch);
    batch = '';
  }
  if (batch !== '') yield encoder.encode(batch);
}
