/**
 * The path of the part that a relationship of `sourcePart` names: absolute or relative, with
 * slashes of either kind, percent-escapes decoded, `.` and `..` resolved; never above the root.
 */
export function resolvePartPath(sourcePart: string, target: string): string {
  const path = decodePercent(target.replaceAll('\\', '/').replace(/[?#].*$/, ''));
  const base = path.startsWith('/') ? [] : sourcePart.split('/').slice(0, -1);
  const segments: string[] = [];
  for (const segment of [...base, ...path.split('/')]) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** The part that holds the relationships of `part`; of the package itself for the empty text. */
export function relationshipsPathOf(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

function decodePercent(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
