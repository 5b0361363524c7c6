/** A template taken apart: what is said as it stands, what is filled in, what may be left out. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'placeholder'; readonly name: string }
  | { readonly kind: 'optional'; readonly parts: readonly TemplatePart[] };

/** What a template asks for: a value, `missing` with what stands in its place, or `unknown`. */
export type Filling =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'missing'; readonly text: string }
  | { readonly kind: 'unknown' };

/**
 * The parts of a template. `{name}` is a placeholder; `[…]` is a passage that is left out where one
 * of its placeholders has no value (passages do not nest). Braces or brackets that do not close are
 * text.
 *
 * @example parseTemplate('我是{网点}的{我}[，就在{地标}]。')
 */
export function parseTemplate(template: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of template.matchAll(/\[([^[\]]*)\]/g)) {
    parts.push(...parsePlaceholders(template.slice(end, match.index)));
    parts.push({ kind: 'optional', parts: parsePlaceholders(match[1] ?? '') });
    end = match.index + match[0].length;
  }
  return [...parts, ...parsePlaceholders(template.slice(end))];
}

function parsePlaceholders(text: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of text.matchAll(/\{([^{}]*)\}/g)) {
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    parts.push({ kind: 'placeholder', name: (match[1] ?? '').trim() });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}

/**
 * The template's text with its placeholders filled in. Values are never taken for templates: braces
 * in a customer's name stay as they are. An unknown placeholder stays visible in its braces.
 */
export function fillTemplate(
  parts: readonly TemplatePart[],
  find: (placeholder: string) => Filling,
): string {
  let text = '';
  for (const part of parts) {
    if (part.kind === 'text') text += part.text;
    else if (part.kind === 'placeholder') text += fillPlaceholder(part.name, find);
    else if (!lacksValue(part.parts, find)) text += fillTemplate(part.parts, find);
  }
  return text;
}

function fillPlaceholder(name: string, find: (placeholder: string) => Filling): string {
  const filling = find(name);
  return filling.kind === 'unknown' ? `{${name}}` : filling.text;
}

function lacksValue(
  parts: readonly TemplatePart[],
  find: (placeholder: string) => Filling,
): boolean {
  return parts.some((part) => part.kind === 'placeholder' && find(part.name).kind === 'missing');
}

/** Placeholders in order of appearance, those of optional passages included; may repeat. */
export function findPlaceholders(parts: readonly TemplatePart[]): readonly string[] {
  return parts.flatMap((part) => {
    if (part.kind === 'text') return [];
    return part.kind === 'placeholder' ? [part.name] : findPlaceholders(part.parts);
  });
}
