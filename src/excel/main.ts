import { startExcelPane } from './startExcelPane';

const element = document.getElementById('pane');
if (element !== null) void startExcelPane(element);
