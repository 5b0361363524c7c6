import { createFormatter } from '../createFormatter';
import { ledgerHeaders } from '../ledgerHeaders';
import type { Messages } from '../messages';
import { excelPane } from './excelPane';
import { failures } from './failures';
import { format } from './format';
import { pane } from './pane';
import { probe } from './probe';
import { problems } from './problems';
import { reasons } from './reasons';
import { report } from './report';
import { scripts } from './scripts';
import { sharing } from './sharing';
import { terms } from './terms';
import { workbench } from './workbench';

export const en: Messages = {
  language: 'en',
  format,
  terms,
  problem: createFormatter(problems),
  reason: createFormatter(reasons),
  failures,
  scripts,
  report,
  ledgerHeaders,
  pane,
  sharing,
  excelPane,
  probe,
  workbench,
};
