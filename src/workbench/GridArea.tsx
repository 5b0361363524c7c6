import { MessageBar, MessageBarActions, MessageBarBody, Spinner } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Language } from '../messages';
import type { Bench, BenchState } from './bench/createBench';
import { DismissButton } from './DismissButton';
import type { Grid } from './grid/createGrid';
import { useBenchWords } from './useBenchWords';

interface GridAreaProps {
  readonly bench: Bench;
  readonly state: BenchState;
  readonly language: Language;
  readonly dark: boolean;
}

/** The spreadsheet. Its script is large: it comes after the page is up. */
export function GridArea({ bench, state, language, dark }: GridAreaProps) {
  const { workbench } = useBenchWords();
  const { place, grid, failed } = useGrid(bench, { language, dark });
  const hasFiles = state.files.length > 0;
  const cut = state.shown?.sheets.filter(
    ({ visibility, rowCount, shownRows }) => visibility === 'visible' && shownRows < rowCount,
  );
  return (
    <>
      {failed && (
        <MessageBar intent="warning">
          <MessageBarBody>{workbench.gridFailed}</MessageBarBody>
        </MessageBar>
      )}
      {cut?.map(({ name, rowCount, shownRows }) => (
        <MessageBar key={name} intent="info" layout="multiline">
          <MessageBarBody>
            {workbench.firstRows({ sheet: name, rows: rowCount, shown: shownRows })}
          </MessageBarBody>
        </MessageBar>
      ))}
      <DrawingsNotice state={state} />
      {hasFiles && !grid && !failed && <Spinner label={workbench.loadingGrid} />}
      <div className="bench-grid" style={{ visibility: hasFiles ? 'visible' : 'hidden' }}>
        <div ref={place} />
      </div>
    </>
  );
}

/** Says where the charts are, until the user has read it; of the next workbook, again. */
function DrawingsNotice({ state }: { readonly state: BenchState }) {
  const { workbench } = useBenchWords();
  const [read, setRead] = useState<BenchState['files']>();
  const sheets = state.shown?.sheets.filter(
    ({ visibility, appearance }) => visibility === 'visible' && appearance?.hasDrawing,
  );
  if (read === state.files || !sheets || sheets.length === 0) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        {workbench.drawings({ sheets: sheets.map(({ name }) => name) })}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <DismissButton
            onClick={() => {
              setRead(state.files);
            }}
          />
        }
      />
    </MessageBar>
  );
}

function useGrid(bench: Bench, look: { readonly language: Language; readonly dark: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  const [grid, setGrid] = useState<Grid>();
  const [failed, setFailed] = useState(false);
  const first = useRef(look);
  useEffect(() => {
    const element = place.current;
    if (!element || element.childElementCount > 0) return;
    const container = element.appendChild(document.createElement('div'));
    container.style.height = '100%';
    import('./grid/createGrid')
      .then(({ createGrid }) => {
        const created = createGrid(container, {
          ...first.current,
          onEdit: bench.edited,
          followLink: bench.followLink,
        });
        bench.setGrid(created);
        setGrid(created);
      })
      .catch(() => {
        setFailed(true);
      });
  }, [bench]);
  const { language, dark } = look;
  useEffect(() => {
    grid?.setLanguage(language);
  }, [grid, language]);
  useEffect(() => {
    grid?.setDark(dark);
  }, [grid, dark]);
  return { place, grid, failed };
}
