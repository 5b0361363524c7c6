import { resolvePartPath } from './partPath';
import { Namespace, xmlEvents } from './xmlEvents';

/** A relationship from one part to another; external ones (links) are left out. */
export interface Relationship {
  readonly id: string;
  /** Last segment of the type's URI, the same in transitional and strict: `worksheet`. */
  readonly type: string;
  /** Path of the part in the package, without a leading slash. */
  readonly target: string;
}

/**
 * The internal relationships of `sourcePart`, from its relationships part.
 * @throws WorkbookFailure `file.damaged`.
 */
export function parseRelationships(xml: string, sourcePart: string, part: string): Relationship[] {
  const relationships: Relationship[] = [];
  for (const event of xmlEvents(xml, part)) {
    if (event.kind !== 'open' || event.name !== 'Relationship') continue;
    if (event.namespace !== Namespace.packageRelationships) continue;
    if (event.attribute('TargetMode') === 'External') continue;
    const type = event.attribute('Type') ?? '';
    relationships.push({
      id: event.attribute('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolvePartPath(sourcePart, event.attribute('Target') ?? ''),
    });
  }
  return relationships;
}
