import { xmlEvents } from './xmlEvents';

/** What kind each part is. */
export interface ContentTypes {
  /** The content type of the part at `path`, or empty. */
  typeOf(path: string): string;
  /** Paths (as written, without leading slash) that are given a type of their own. */
  readonly overrides: readonly { readonly path: string; readonly type: string }[];
}

/** @throws WorkbookFailure `file.damaged`. */
export function parseContentTypes(xml: string, part: string): ContentTypes {
  const byExtension = new Map<string, string>();
  const byPath = new Map<string, string>();
  const overrides: { path: string; type: string }[] = [];
  for (const event of xmlEvents(xml, part)) {
    if (event.kind !== 'open') continue;
    const type = event.attribute('ContentType') ?? '';
    if (event.name === 'Default') {
      byExtension.set((event.attribute('Extension') ?? '').toLowerCase(), type);
    } else if (event.name === 'Override') {
      const path = (event.attribute('PartName') ?? '').replace(/^[\\/]+/, '');
      byPath.set(path.toLowerCase(), type);
      overrides.push({ path, type });
    }
  }
  return {
    overrides,
    typeOf: (path) => {
      const key = path.toLowerCase();
      return byPath.get(key) ?? byExtension.get(key.slice(key.lastIndexOf('.') + 1)) ?? '';
    },
  };
}
