import { readFileSync } from 'node:fs';
import { createRibbon } from '../../src/wps/createRibbon';
import { hidePane } from '../../src/wps/showPane';
import { findWpsRoot } from '../../src/wps/wpsRoot';
import { createWpsHost } from '../hosts/wps/createWpsHost';
import type { WpsBuild } from '../hosts/wps/hostState';

function open(onlyEtApplication = false, build: WpsBuild = {}) {
  const host = createWpsHost(
    { name: 'a.xlsx', sheets: [{ name: '明细', rows: [] }] },
    { ...build, onlyEtApplication },
  );
  const page = onlyEtApplication ? { wps: host.root } : { Application: host.root };
  const findRoot = () => findWpsRoot(page);
  const ribbon = createRibbon({ findRoot, base: 'http://intranet/handover/index.html?x#y' });
  const root = findRoot();
  if (root === undefined) throw new Error('no program is found');
  return { host, ribbon, root };
}

test.each([false, true])('shows one pane at an absolute address, also in an old build', (isOld) => {
  const { host, ribbon } = open(isOld);
  expect(ribbon.OnAddinLoad()).toBe(true);
  ribbon.OnAction({ Id: 'pane' });
  ribbon.OnAction({ Id: 'pane' });
  expect(host.panes.panes).toMatchObject([
    { url: 'http://intranet/handover/pane.html', visible: true, dockPosition: 2 },
  ]);
});

test('makes the pane anew once it is gone, and hides it without losing it', () => {
  const { host, ribbon, root } = open();
  ribbon.OnAction({ Id: 'pane' });
  hidePane(root);
  expect(host.panes.panes[0]?.visible).toBe(false);
  ribbon.OnAction({ Id: 'pane' });
  expect(host.panes.panes).toHaveLength(1);
  const [first] = host.panes.panes;
  if (first) first.isDeleted = true;
  ribbon.OnAction({ Id: 'analyze' });
  expect(host.panes.panes).toHaveLength(2);
  expect(host.panes.storage.get('handover_command_et')).toBe('analyze');
});

test('every callback of the ribbon is there, and the file begins as WPS wants it', () => {
  const xml = readFileSync('src/wps/ribbon.xml', 'utf8');
  expect(xml.startsWith('<customUI')).toBe(true);
  const names = [...xml.matchAll(/(?:onLoad|onAction|getImage)="(\w+)"/g)].map(([, name]) => name);
  expect(Object.keys(open().ribbon)).toEqual(expect.arrayContaining(names));
});

test('every large button has a picture, and tells the pane what it asks for', () => {
  const { host, ribbon } = open();
  for (const id of ['analyze', 'customers', 'call', 'restore']) {
    const picture = ribbon.GetImage({ Id: id }).replace('images/', 'assets/icons/');
    expect(readFileSync(picture).length).toBeGreaterThan(0);
    ribbon.OnAction({ Id: id });
    expect(host.panes.storage.get('handover_command_et')).toBe(id);
  }
  ribbon.OnAction({ Id: 'probe' });
  expect(host.panes.panes.map(({ url }) => url)).toEqual([
    'http://intranet/handover/pane.html',
    'http://intranet/handover/probe.html',
  ]);
});

test('a build that spells CreateTaskpane shows the pane as well', () => {
  const { host, ribbon } = open(false, { taskPaneSpelling: 'CreateTaskpane' });
  ribbon.OnAction({ Id: 'pane' });
  expect(host.panes.panes).toHaveLength(1);
});
