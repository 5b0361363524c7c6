import { makeStyles, tokens } from '@fluentui/react-components';
import type { ParetoCurve } from '../../app/pane/paneAnalysis';
import { useWords } from '../useWords';

const WIDTH = 300;
const HEIGHT = 96;

/** So many customers hold so much, as a curve, with the sentence that it tells. */
export function ParetoChart({ pareto }: { readonly pareto: ParetoCurve }) {
  const { pane } = useWords();
  const styles = useStyles();
  const points = pareto.customerShares.map((share, index) => {
    const x = share * WIDTH;
    const y = HEIGHT - (pareto.amountShares[index] ?? 0) * HEIGHT;
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  const markX = WIDTH * 0.2;
  const markY = HEIGHT - pareto.top20Share * HEIGHT;
  const sentence = pane.result.pareto(pareto);
  return (
    <figure className={styles.figure}>
      <svg
        viewBox={`-4 -6 ${String(WIDTH + 8)} ${String(HEIGHT + 10)}`}
        role="img"
        aria-label={sentence}
        className={styles.chart}
      >
        <polygon
          className={styles.area}
          points={[`0,${String(HEIGHT)}`, ...points, `${String(WIDTH)},${String(HEIGHT)}`].join(
            ' ',
          )}
        />
        <path className={styles.axis} d={`M0 ${String(HEIGHT)}H${String(WIDTH)}`} />
        <path
          className={styles.guide}
          d={`M${String(markX)} ${String(HEIGHT)}V${markY.toFixed(1)}H0`}
        />
        <polyline className={styles.curve} points={points.join(' ')} />
        <circle className={styles.dot} cx={markX} cy={markY} r="4" />
      </svg>
      <figcaption className={styles.caption}>{sentence}</figcaption>
    </figure>
  );
}

const useStyles = makeStyles({
  figure: { marginTop: '16px', marginBottom: '12px', marginLeft: 0, marginRight: 0 },
  chart: { display: 'block', width: '100%', maxWidth: '480px', height: 'auto' },
  area: {
    fill: tokens.colorBrandBackground2,
    '@media (forced-colors: active)': { fill: 'Canvas' },
  },
  axis: {
    stroke: tokens.colorNeutralStroke1,
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  guide: {
    stroke: tokens.colorNeutralForeground3,
    fill: 'none',
    strokeDasharray: '3 3',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  curve: {
    stroke: tokens.colorBrandForeground1,
    strokeWidth: '2px',
    fill: 'none',
    '@media (forced-colors: active)': { stroke: 'Highlight' },
  },
  dot: {
    fill: tokens.colorBrandForeground1,
    '@media (forced-colors: active)': { fill: 'Highlight' },
  },
  caption: { marginTop: '4px', color: tokens.colorNeutralForeground2 },
});
