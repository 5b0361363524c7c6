import { xmlEvents } from '../ooxml/xmlEvents';

/** An element of a small XML part, names without prefixes. */
export interface XmlNode {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlNode[];
  attribute(name: string): string | undefined;
}

interface OpenNode extends XmlNode {
  text: string;
  readonly children: OpenNode[];
}

/**
 * The elements of a part or of a fragment, below one nameless root.
 * @throws WorkbookFailure `file.damaged`.
 */
export function xmlTree(xml: string, part: string): XmlNode {
  const root: OpenNode = { name: '', text: '', children: [], attribute: () => undefined };
  const path: OpenNode[] = [root];
  for (const event of xmlEvents(xml, part, { isFragment: true })) {
    const parent = path.at(-1) ?? root;
    if (event.kind === 'text') parent.text += event.text;
    else if (event.kind === 'close') {
      // A fragment may end what it did not begin.
      if (path.length > 1) path.pop();
    } else {
      const { name, attribute } = event;
      const node: OpenNode = { name, text: '', children: [], attribute };
      parent.children.push(node);
      if (!event.selfClosed) path.push(node);
    }
  }
  return root;
}

/** The first element of that name among the children. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name);
}

/** All elements of that name among the children. */
export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((child) => child.name === name) ?? [];
}

/** XML Schema's boolean; absent counts as false. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** A finite number, or none. */
export function numberOf(value: string | undefined): number | undefined {
  const number = value === undefined || value.trim() === '' ? NaN : Number(value);
  return Number.isFinite(number) ? number : undefined;
}
