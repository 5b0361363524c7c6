import { Button, Field, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { ChosenSettings } from '../../app/chosenSettings';
import type { PaneStore } from '../../app/pane/createPaneStore';
import type { PaneAnalysis } from '../../app/pane/paneAnalysis';
import { findUnknownPlaceholder } from '../../app/readTemplates';
import { SCRIPT_CASES, type ScriptCase, type ScriptTemplate } from '../../core';
import { Section } from '../parts/Section';
import { stepLabels } from '../stepLabels';
import { useWords } from '../useWords';
import { ScriptPreview } from './ScriptPreview';
import type { DraftProps } from './SettingsScreen';

interface ScriptEditorProps extends DraftProps {
  readonly store: PaneStore;
  readonly analysis: PaneAnalysis;
  /** What would be chosen with the draft; undefined where it does not fit yet. */
  readonly chosen: ChosenSettings | undefined;
}

type TextKey = number | 'weChatRequest' | 'firstMessage' | 'guidance';

/** The wording of one kind of call, text by text, with the placeholders at hand and checked. */
export function ScriptEditor({ draft, onChange, store, analysis, chosen }: ScriptEditorProps) {
  const words = useWords();
  const { pane, scripts, report, terms } = words;
  const styles = useStyles();
  const [scriptCase, setScriptCase] = useState<ScriptCase>('general');
  const focused = useRef<{ key: TextKey; area: HTMLTextAreaElement }>();
  const template: ScriptTemplate = {
    ...scripts.templates[scriptCase],
    ...draft.templates[scriptCase],
  };
  const isOwn = draft.templates[scriptCase] !== undefined;
  const labels = report.scripts.lines;
  const labelsOfSteps = stepLabels(words);
  const put = (key: TextKey, text: string): void => {
    const steps = template.steps.map((step, index) => (index === key ? text : step));
    const change =
      typeof key === 'number'
        ? { steps: steps as unknown as ScriptTemplate['steps'] }
        : { [key]: text };
    onChange({
      templates: {
        ...draft.templates,
        [scriptCase]: { ...draft.templates[scriptCase], ...change },
      },
    });
  };
  const insert = (placeholder: string): void => {
    const target = focused.current;
    if (target === undefined) return;
    const { area, key } = target;
    const { value, selectionStart, selectionEnd } = area;
    put(key, `${value.slice(0, selectionStart)}{${placeholder}}${value.slice(selectionEnd)}`);
    area.focus();
  };
  const editor = (key: TextKey, label: string, text: string) => {
    const unknown = findUnknownPlaceholder(text, scripts);
    return (
      <Field
        key={`${scriptCase} ${String(key)}`}
        label={label}
        className={styles.field}
        validationState={unknown === undefined ? 'none' : 'error'}
        {...(unknown !== undefined && {
          validationMessage: pane.settings.templates.unknown(unknown),
        })}
      >
        <Textarea
          value={text}
          resize="vertical"
          rows={3}
          onFocus={({ target }) => {
            focused.current = { key, area: target };
          }}
          onChange={(_, { value }) => {
            put(key, value);
          }}
        />
      </Field>
    );
  };
  return (
    <Section title={pane.settings.templates.title}>
      <Field label={pane.settings.templates.kind} className={styles.field}>
        <Select
          value={scriptCase}
          onChange={(_, { value }) => {
            setScriptCase(value as ScriptCase);
          }}
        >
          {SCRIPT_CASES.map((name) => (
            <option key={name} value={name}>
              {terms.scriptCases[name]}
            </option>
          ))}
        </Select>
      </Field>
      <div role="group" aria-label={pane.settings.templates.placeholders} className={styles.tools}>
        <div className={styles.hint}>{pane.settings.templates.placeholderHint}</div>
        {Object.values(scripts.placeholders).map((placeholder) => (
          <Button
            key={placeholder}
            size="small"
            className={styles.chip}
            onClick={() => {
              insert(placeholder);
            }}
          >
            {`{${placeholder}}`}
          </Button>
        ))}
      </div>
      {template.steps.map((text, index) => editor(index, labelsOfSteps[index] ?? '', text))}
      {editor('weChatRequest', labels.weChatRequest, template.weChatRequest)}
      {editor('firstMessage', labels.firstMessage, template.firstMessage)}
      {editor('guidance', labels.guidance, template.guidance)}
      <Button
        disabled={!isOwn}
        onClick={() => {
          const others = Object.entries(draft.templates).filter(([name]) => name !== scriptCase);
          onChange({ templates: Object.fromEntries(others) });
        }}
      >
        {pane.settings.templates.reset}
      </Button>
      <ScriptPreview store={store} analysis={analysis} chosen={chosen} scriptCase={scriptCase} />
    </Section>
  );
}

const useStyles = makeStyles({
  field: { marginBottom: '12px' },
  tools: { marginBottom: '12px' },
  hint: {
    marginBottom: '6px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  chip: { minWidth: 0, marginRight: '6px', marginBottom: '6px' },
});
