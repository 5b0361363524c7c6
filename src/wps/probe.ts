/** The page on which an engineer tries what this WPS can do. */
import './polyfills';
import { messages } from '../messages';
import { copyText } from '../taskpane/copyText';
import { countFindings, describeFindings, runProbe, type Finding } from './probe/runProbe';
import type { ProbeRoot } from './probe/scratch';
import { findWpsRoot } from './wpsRoot';

const words = messages('zh-CN').probe;
const place = document.getElementById('probe');
if (place !== null) showPage(place, findWpsRoot(window) as ProbeRoot | undefined);

function showPage(page: Element, root: ProbeRoot | undefined): void {
  page.append(make('h1', words.title));
  if (root === undefined) {
    page.append(make('p', words.outside));
    return;
  }
  const start = make('button', words.start);
  const state = make('p', '');
  state.setAttribute('role', 'status');
  const list = make('ul', '');
  page.append(make('p', words.intro), start, state, list);
  start.onclick = () => {
    start.disabled = true;
    state.textContent = words.running;
    list.textContent = '';
    void runProbe(root, (finding) => {
      list.append(describe(finding));
    }).then((findings) => {
      start.disabled = false;
      state.textContent = countFindings(findings, words);
      list.after(createEnd(findings));
    });
  };
}

function describe({ name, state, detail }: Finding): Element {
  const item = make('li', '');
  item.className = state;
  const mark = make('strong', words.states[state]);
  item.append(mark, ` ${words.checks[name]}`, make('small', detail));
  return item;
}

function createEnd(findings: readonly Finding[]): Element {
  document.getElementById('end')?.remove();
  const end = make('section', '');
  end.id = 'end';
  const manual = make('ol', '');
  manual.append(...words.manual.map((text) => make('li', text)));
  const copy = make('button', words.copy);
  copy.onclick = () => {
    void copyText(describeFindings(findings, words)).then((done) => {
      if (done) copy.textContent = words.copied;
    });
  };
  end.append(make('p', words.manualTitle), manual, copy);
  return end;
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
