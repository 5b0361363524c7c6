import type { FailureWords } from '../messages';

type Facts = Readonly<Record<string, string | number>>;

export const failures: FailureWords = {
  'file.notFound': (facts) =>
    `${file(facts)} does not exist. Check the path and the name; the folder must exist as well.`,
  'file.unreadable': (facts) =>
    `${file(facts)} cannot be read${detail(facts)}. Check that you may read it and that no other program holds it.`,
  'file.directory': (facts) => `${file(facts)} is a folder. Choose a file inside it.`,
  'file.empty': (facts) => `${file(facts)} is empty (0 bytes). Export it again.`,
  'file.unknownFormat': (facts) =>
    `${file(facts)} is of an unknown format. Readable are .xlsx, .xlsm, .xls, .csv and web tables named .xls; open it in Excel or WPS and save it as .xlsx.`,
  'file.encrypted': (facts) =>
    `${file(facts)} has a password. Open it in Excel or WPS, save a copy without the password and analyse that.`,
  'file.damaged': (facts) =>
    `${file(facts)} is damaged${detail(facts)}. Export it again, or let Excel or WPS repair it and save it as .xlsx.`,
  'file.tooLarge': (facts) =>
    `${file(facts)} is larger than can be handled${detail(facts)}. Export it in parts, by branch or manager.`,
  'file.unsupportedVersion': (facts) =>
    `${file(facts)} is of a version that is too old or not supported${detail(facts)}. Save it as .xlsx in Excel or WPS.`,
  'file.writeFailed': (facts) =>
    `${file(facts)} cannot be written${detail(facts)}. Check that it is not open in Excel or WPS and that you may write there.`,
  'file.diskFull': (facts) =>
    `The disk is full; ${file(facts)} was not written. Free some space or write elsewhere.`,
  'file.wouldOverwriteInput': (facts) =>
    `The output ${file(facts)} is the input itself, which is never overwritten. Choose another name.`,
  'workbook.tooManyRows': (facts) =>
    `The result has more rows than a sheet can hold (1,048,576)${facts.sheet === undefined ? '' : `, sheet “${String(facts.sheet)}”`}. Analyse the ledger in parts.`,
  'workbook.sheetMissing': (facts) =>
    `${sheet(facts)} is gone; it may have been deleted or renamed. Bring it back, or analyse again.`,
  'workbook.protected': (facts) =>
    `${sheet(facts)} is protected. Remove the protection on the Review tab and try again.`,
  'workbook.readOnly': () =>
    'The workbook is open read-only. Save a copy under another name and analyse that.',
  'workbook.filtered': (facts) =>
    `A filter hides rows of ${sheet(facts)}. Clear it (Data tab, Clear) and try again.`,
  'workbook.arrayFormula': (facts) =>
    `${sheet(facts)}: cell ${String(facts.cell ?? '')} is one of several that an array formula fills and cannot be changed alone. Change the whole array formula in Excel or WPS.`,
  'workbook.busy': () =>
    'A cell is being edited or a dialog is open. Press Enter, close the dialog and try again.',
  'workbook.changed': (facts) =>
    `${sheet(facts)} was just changed by somebody else, so nothing more was written. Analyse again.`,
  'customer.rowMissing': (facts) =>
    `${sheet(facts)} does not hold this customer in exactly one row; nothing was written, lest it be somebody else’s. Check the customer id there, or click “Analyze handover” again.`,
  'workbook.closed': () =>
    'The workbook was closed, or another one came to the front. Go back to it and analyse again.',
  'host.connectionLost': () =>
    'The connection to the spreadsheet program broke. Save, open the workbook again and retry.',
  'host.unsupported': (facts) =>
    `This version of the spreadsheet program lacks something that is needed${facts.member === undefined ? '' : ` (${String(facts.member)})`}. Update it, or use the command line or the browser workbench.`,
  'host.refused': (facts) =>
    `The spreadsheet program refused${detail(facts)}. Save and try again; if it stays so, send this sentence to your administrator.`,
  'sharing.notAnnotated': (facts) =>
    `${file(facts)} has not been analysed yet. The copy for sharing is made of the analysed workbook: analyse first.`,
  'sharing.isCopy': (facts) =>
    `${file(facts)} is a masked copy for sharing already: it holds no original data and cannot be restored or masked again. Use the original workbook.`,
  'sharing.elsewhere': () =>
    'A masked copy is made from a saved file. Save the workbook, open it in the browser workbench and choose More → Save a masked copy…; or have your administrator run handover share FILE.',
  'sharing.leak': (facts) =>
    `A phone, document or account number was still found in full when the copy was checked${detail(facts)}; to be safe, nothing was written. Please send this sentence to your administrator.`,
  'operation.cancelled': () => 'Cancelled; nothing was written.',
};

function file({ name, path = name }: Facts): string {
  return path === undefined ? 'The file' : `“${String(path)}”`;
}

function sheet({ sheet: name }: Facts): string {
  return name === undefined ? 'The workbook' : `The sheet “${String(name)}”`;
}

function detail({ sheet: at, row, part, reason }: Facts): string {
  const place = at === undefined ? part : `sheet “${String(at)}”`;
  const line = row === undefined ? undefined : `row ${String(row)}`;
  const facts = [place, line, reason].filter((fact) => fact !== undefined);
  return facts.length === 0 ? '' : ` (${facts.join(': ')})`;
}
