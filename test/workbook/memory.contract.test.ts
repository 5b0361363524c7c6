import { WorkbookFailure } from '../../src/workbook/workbookFailure';
import { createMemoryWorkbook } from '../../src/workbook/memory/createMemoryWorkbook';
import type { Capabilities, Workbook } from '../../src/workbook/workbook';
import { describeWorkbookContract, type CreateFixture } from './contract';
import { describeLiveContract } from './liveContract';
import { describeRestoreContract } from './restoreContract';

function createFixtureWith(capabilities: Partial<Capabilities>): CreateFixture {
  return (content) => {
    const workbook = createMemoryWorkbook(content, capabilities);
    return Promise.resolve({
      open: () => Promise.resolve(workbook),
      openFailing: () => Promise.resolve(failing(workbook)),
      inspect(sheetName) {
        const sheet = workbook.sheets.find(({ name }) => name === sheetName);
        return Promise.resolve({
          tables: (sheet?.plan?.tables ?? []).map(({ name }) => name),
          validations: sheet?.plan?.validations.length ?? 0,
        });
      },
    });
  };
}

/** A host that breaks off while the plan is being applied. */
function failing(workbook: Workbook): Workbook {
  return {
    ...workbook,
    write: (plan) =>
      workbook.write(plan, {
        onProgress({ done }) {
          if (done > 0) throw new WorkbookFailure('file.writeFailed');
        },
      }),
  };
}

describeWorkbookContract('the memory adapter', createFixtureWith({}));
describeWorkbookContract(
  'the memory adapter of a host without tables and validations',
  createFixtureWith({ tables: false, validations: false }),
);

describeRestoreContract('the memory adapter', (content) => {
  const workbook = createMemoryWorkbook(content);
  return Promise.resolve({ open: () => Promise.resolve(workbook) });
});
describeLiveContract('the memory adapter', (content) => {
  const workbook = createMemoryWorkbook(content);
  return Promise.resolve({ workbook, selection: () => Promise.resolve(workbook.selection) });
});
