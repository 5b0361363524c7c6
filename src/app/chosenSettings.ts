import {
  DEFAULT_SCRIPT_SETTINGS,
  DEFAULT_SETTINGS,
  type ScriptSettings,
  type Settings,
  type TemplateChoices,
} from '../core';

/** What the user has chosen, by the core's names; what is not named has its default. */
export interface ChosenSettings {
  readonly settings: Partial<Settings>;
  readonly scriptSettings: Partial<ScriptSettings>;
  readonly scriptTemplates: TemplateChoices;
}

export const NOTHING_CHOSEN: ChosenSettings = {
  settings: {},
  scriptSettings: {},
  scriptTemplates: {},
};

/**
 * Several layers as one, a later before an earlier: column mappings are joined sheet by sheet,
 * templates text by text, anything else is replaced.
 */
export function mergeChosen(...layers: readonly ChosenSettings[]): ChosenSettings {
  return layers.reduce((earlier, later) => {
    const mappings = { ...earlier.settings.mappings, ...later.settings.mappings };
    return {
      settings: {
        ...earlier.settings,
        ...later.settings,
        ...(Object.keys(mappings).length === 0 ? {} : { mappings }),
      },
      scriptSettings: { ...earlier.scriptSettings, ...later.scriptSettings },
      scriptTemplates: mergeTemplates(earlier.scriptTemplates, later.scriptTemplates),
    };
  }, NOTHING_CHOSEN);
}

function mergeTemplates(earlier: TemplateChoices, later: TemplateChoices): TemplateChoices {
  const joined = Object.entries(later).map(([scriptCase, template]) => [
    scriptCase,
    { ...earlier[scriptCase as keyof TemplateChoices], ...template },
  ]);
  return { ...earlier, ...(Object.fromEntries(joined) as TemplateChoices) };
}

/** Settings with every value; `today` as a 1900-system serial. */
export function completeSettings(
  today: number,
  { settings, scriptSettings }: ChosenSettings,
): { readonly settings: Settings; readonly scriptSettings: ScriptSettings } {
  return {
    settings: { ...DEFAULT_SETTINGS, today, ...settings },
    scriptSettings: { ...DEFAULT_SCRIPT_SETTINGS, ...scriptSettings },
  };
}
