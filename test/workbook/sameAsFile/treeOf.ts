import { xmlTree, type XmlNode } from '../../../src/workbook/file/appearance/xmlTree';
import type { PackageView } from '../file/styled/packageView';

/** The elements of a part of a package. */
export function treeOf(pack: PackageView, part: string): XmlNode {
  return xmlTree(pack.entries.get(part)?.text ?? '', part);
}
