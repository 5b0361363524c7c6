/** Puts the simulated WPS, with the small sample open, into a page before the add-in's own script. */
import '../../../src/wps/polyfills';
import { SAMPLE_ROWS } from '../../report/handoverSample';
import { createWpsHost } from '../../hosts/wps/createWpsHost';

const host = createWpsHost({
  name: '存款明细.xlsx',
  sheets: [{ name: '明细', rows: SAMPLE_ROWS }],
});
Object.assign(window, { Application: host.root, wpsHost: host });
