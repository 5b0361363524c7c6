import { openWpsWorkbook } from '../../src/workbook/wps/openWpsWorkbook';
import type { WpsApplication } from '../../src/workbook/wps/wpsTypes';
import type { WorkbookContent } from '../../src/workbook/memory/workbookContent';
import type { LiveWorkbook } from '../../src/workbook/workbook';
import type { WpsBuild } from '../hosts/wps/hostState';
import { createWpsHost, type WpsHost } from '../hosts/wps/createWpsHost';
import { describeWorkbookContract, type ContractFixture } from './contract';
import { describeLiveContract } from './liveContract';
import { describeRestoreContract } from './restoreContract';

/** Somewhere among the ledger's edits. */
const FAILING_CALL = 130;

const hosts: WpsHost[] = [];

afterEach(() => {
  // A member that WPS does not have must not be asked for, not even where the answer is not needed.
  const unknown = hosts.flatMap(({ bridge }) => bridge.unknownMembers);
  hosts.length = 0;
  expect(unknown).toEqual([]);
});

function openHost(content: WorkbookContent, build: WpsBuild): WpsHost {
  const host = createWpsHost(content, build);
  hosts.push(host);
  return host;
}

function open({ root }: WpsHost): LiveWorkbook {
  const workbook = openWpsWorkbook(root as WpsApplication);
  if (workbook === undefined) throw new Error('no workbook is open');
  return workbook;
}

function createFixtureOf(build: WpsBuild) {
  return (content: WorkbookContent): Promise<ContractFixture> => {
    const host = openHost(content, build);
    return Promise.resolve({
      open: () => Promise.resolve(open(host)),
      openFailing() {
        const workbook = open(host);
        host.bridge.failAt(FAILING_CALL);
        return Promise.resolve(workbook);
      },
      inspect(sheetName) {
        const sheet = host.book.sheets.find(({ name }) => name === sheetName);
        return Promise.resolve({
          tables: (sheet?.tables ?? []).map(({ name }) => name),
          validations: sheet?.validations.length ?? 0,
        });
      },
    });
  };
}

const BUILDS: readonly (readonly [name: string, build: WpsBuild])[] = [
  ['the WPS adapter', {}],
  ['the WPS adapter of a build with flat blocks', { flatBlocks: true }],
  ['the WPS adapter of a build without tables', { withoutTables: true }],
  ['the WPS adapter of a build that does not sort', { sortDoesNothing: true }],
  ['the WPS adapter of a build without charts and conditions', { plainOnly: true }],
];

for (const [name, build] of BUILDS) {
  describeWorkbookContract(name, createFixtureOf(build));
  describeRestoreContract(name, (content) => {
    const host = openHost(content, build);
    return Promise.resolve({ open: () => Promise.resolve(open(host)) });
  });
  describeLiveContract(name, (content) => {
    const host = openHost(content, build);
    return Promise.resolve({
      workbook: open(host),
      selection() {
        const selected = host.book.selection;
        return Promise.resolve(selected && { sheet: selected.sheet.name, area: selected.area });
      },
    });
  });
}
