/** Longest sheet name of Excel, in UTF-16 units. */
const MAX_LENGTH = 31;

/** A valid sheet name made from a file's name: without extension, at most 31 characters. */
export function sheetNameFromFile(fileName: string): string {
  const base = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]{1,5}$/, '');
  return validSheetName(base);
}

/** `wanted` with the characters replaced that Excel forbids; `Sheet1` where nothing is left. */
export function validSheetName(wanted: string): string {
  const name = wanted
    // eslint-disable-next-line no-control-regex -- Excel refuses control characters in names
    .replace(/[\u0000-\u001f:*?/\\[\]]/g, '_')
    .trim()
    .slice(0, MAX_LENGTH)
    .replace(/^'+|'+$|[\ud800-\udbff]$/g, '')
    .trim();
  return name === '' ? 'Sheet1' : name;
}

/** The names made different by a number behind repeated ones; upper and lower case are equal. */
export function uniqueSheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let number = 2; taken.has(unique.toLowerCase()); number++) {
      const suffix = ` (${String(number)})`;
      unique = name.slice(0, MAX_LENGTH - suffix.length) + suffix;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}
