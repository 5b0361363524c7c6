import type { Analysis } from '../analysis';
import {
  fillTemplate,
  findPlaceholders,
  parseTemplate,
  type Filling,
  type TemplatePart,
} from './fillTemplate';
import { findPeople } from './findPeople';
import { findScriptCase } from './findScriptCase';
import { findScriptFacts, type ScriptFacts } from './findScriptFacts';
import type { ScriptSettings } from './scriptSettings';
import {
  SCRIPT_CASES,
  SCRIPT_FACTS,
  type ScriptCase,
  type ScriptFact,
  type ScriptTemplate,
  type ScriptTemplates,
  type TemplateChoices,
  type ScriptWords,
} from './scriptTemplates';

/** One customer's call, ready to be spoken. */
export interface Script {
  readonly customer: number;
  readonly case: ScriptCase;
  /** Seven steps (SPEC 9). */
  readonly steps: readonly string[];
  readonly weChatRequest: string;
  readonly firstMessage: string;
  readonly guidance: string;
}

/** The scripts of the call list's first customers, in its order. */
export interface ScriptPlan {
  readonly scripts: readonly Script[];
  /** Customers of the call list beyond the cap. */
  readonly left: number;
  /** Placeholders that mean nothing, as the templates spell them, each once. */
  readonly unknownPlaceholders: readonly string[];
}

export interface ScriptOptions {
  readonly words: ScriptWords;
  readonly settings: ScriptSettings;
  /** The user's own templates; the others are those of `words`. */
  readonly templates?: TemplateChoices;
}

/**
 * A script for every customer of the call list up to `Settings.scriptCap` (SPEC 9). No text states
 * an amount, a balance or another customer's name; a fact that is not known leaves a visible mark.
 */
export function planScripts(analysis: Analysis, options: ScriptOptions): ScriptPlan {
  const called = analysis.callList.subarray(0, analysis.settings.scriptCap);
  const writer = createScriptWriter(analysis, options);
  return {
    scripts: Array.from(called, writer.write),
    left: analysis.callList.length - called.length,
    unknownPlaceholders: writer.unknownPlaceholders,
  };
}

export interface ScriptWriter {
  /** The script of one customer, by its index in the analysis. */
  write(customer: number): Script;
  /** As in {@link ScriptPlan}. */
  readonly unknownPlaceholders: readonly string[];
}

/** Writes scripts customer by customer, for who is called now rather than for the whole list. */
export function createScriptWriter(analysis: Analysis, options: ScriptOptions): ScriptWriter {
  const { words, settings } = options;
  const templates = parseTemplates(chooseTemplates(words.templates, options.templates));
  // The facts' own names are understood in every language: a template moves between them.
  const facts = new Map(
    SCRIPT_FACTS.flatMap((fact) => [
      [words.placeholders[fact], fact],
      [fact, fact],
    ]),
  );
  const parse = createParser();
  const people = findPeople(analysis);
  return {
    write(customer) {
      const scriptCase = findScriptCase(analysis, customer, settings);
      const known = findScriptFacts(analysis, customer, { words, settings, people });
      const find = createFinder(known, { facts, words, parse });
      const fill = (parts: readonly TemplatePart[]): string => fillTemplate(parts, find);
      const template = templates[scriptCase];
      const foreign = analysis.customers.foreign[customer] === 1;
      return {
        customer,
        case: scriptCase,
        steps: template.steps.map(fill),
        weChatRequest: fill(template.weChatRequest),
        firstMessage: fill(template.firstMessage),
        guidance: (foreign ? `${words.foreignGuidance}\n` : '') + fill(template.guidance),
      };
    },
    unknownPlaceholders: findUnknown(templates, parseTemplate(settings.activity ?? ''), facts),
  };
}

function chooseTemplates(own: ScriptTemplates, chosen: TemplateChoices = {}): ScriptTemplates {
  const choose = (scriptCase: ScriptCase): ScriptTemplate => ({
    ...own[scriptCase],
    ...chosen[scriptCase],
  });
  return {
    veryLarge: choose('veryLarge'),
    crossOwned: choose('crossOwned'),
    maturing: choose('maturing'),
    outflow: choose('outflow'),
    inflow: choose('inflow'),
    general: choose('general'),
  };
}

interface ParsedTemplate {
  readonly steps: readonly (readonly TemplatePart[])[];
  readonly weChatRequest: readonly TemplatePart[];
  readonly firstMessage: readonly TemplatePart[];
  readonly guidance: readonly TemplatePart[];
}
type ParsedTemplates = Readonly<Record<ScriptCase, ParsedTemplate>>;

function parseTemplates(templates: ScriptTemplates): ParsedTemplates {
  const parse = (template: ScriptTemplate): ParsedTemplate => ({
    steps: template.steps.map(parseTemplate),
    weChatRequest: parseTemplate(template.weChatRequest),
    firstMessage: parseTemplate(template.firstMessage),
    guidance: parseTemplate(template.guidance),
  });
  return {
    veryLarge: parse(templates.veryLarge),
    crossOwned: parse(templates.crossOwned),
    maturing: parse(templates.maturing),
    outflow: parse(templates.outflow),
    inflow: parse(templates.inflow),
    general: parse(templates.general),
  };
}

/** Thousands of scripts share a few sentences: each is taken apart once. */
function createParser(): (template: string) => readonly TemplatePart[] {
  const parsed = new Map<string, readonly TemplatePart[]>();
  return (template) => {
    const known = parsed.get(template) ?? parseTemplate(template);
    parsed.set(template, known);
    return known;
  };
}

interface FinderTools {
  readonly facts: ReadonlyMap<string, ScriptFact>;
  readonly words: ScriptWords;
  readonly parse: (template: string) => readonly TemplatePart[];
}

/** The activity and the tie are sentences with placeholders of their own, filled one level deep. */
function createFinder(
  known: ScriptFacts,
  { facts, words, parse }: FinderTools,
): (placeholder: string) => Filling {
  const findPlain = (placeholder: string): Filling => {
    const fact = facts.get(placeholder);
    if (fact === undefined) return { kind: 'unknown' };
    const text = known[fact];
    return text === undefined
      ? { kind: 'missing', text: words.missing[fact] }
      : { kind: 'value', text };
  };
  return (placeholder) => {
    const filling = findPlain(placeholder);
    const fact = facts.get(placeholder);
    if (filling.kind !== 'value' || (fact !== 'activity' && fact !== 'tie')) return filling;
    return { kind: 'value', text: fillTemplate(parse(filling.text), findPlain) };
  };
}

function findUnknown(
  templates: ParsedTemplates,
  activity: readonly TemplatePart[],
  facts: ReadonlyMap<string, ScriptFact>,
): readonly string[] {
  const used = SCRIPT_CASES.flatMap((scriptCase) => {
    const { steps, weChatRequest, firstMessage, guidance } = templates[scriptCase];
    return [...steps, weChatRequest, firstMessage, guidance].flatMap(findPlaceholders);
  });
  const all = new Set([...used, ...findPlaceholders(activity)]);
  return [...all].filter((name) => !facts.has(name));
}
