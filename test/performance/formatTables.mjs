/** Markdown of the measured parts. */

export function formatPart(part, columns) {
  const heads = columns.flatMap(({ rows }) => [`${count(rows)} rows: s`, 'MiB', '× ours']);
  const lines = part.contestants.map(({ label }) => {
    const cells = columns.flatMap(({ measured }) => formatCells(measured, label));
    return `| ${[label, ...cells].join(' | ')} |`;
  });
  return [
    `### ${part.title}`,
    part.note,
    [`| | ${heads.join(' | ')} |`, `|---|${heads.map(() => '--:|').join('')}`, ...lines].join('\n'),
  ].join('\n\n');
}

/** The goals as they stand at the largest size. */
export function formatGoals(part, { rows, measured }) {
  const lines = part.goals.map(({ of, to, most }) => {
    const [mine, other] = [measured.get(of)?.seconds, measured.get(to)?.seconds];
    const goal = most < 1 ? `at least ${times(1 / most)} faster than` : `at most ${times(most)} of`;
    if (mine === undefined || other === undefined) return `- ${of}: ${goal} ${to}: not measured`;
    const ratio = mine / other;
    const found = most < 1 ? `${times(1 / ratio)} faster` : times(ratio);
    return `- ${of}: ${goal} ${to}: ${found} (${ratio <= most ? 'met' : 'not met'})`;
  });
  return [`Goals at ${count(rows)} rows:`, ...lines].join('\n');
}

export function formatGrowth(measured) {
  const lines = measured.map(({ rows, seconds, peakMiB, note }) =>
    note
      ? `| ${count(rows)} | ${note} | |`
      : `| ${count(rows)} | ${seconds.toFixed(2)} | ${peakMiB.toFixed(0)} |`,
  );
  const [small, large] = measured.map(({ seconds }) => seconds);
  const growth = large / small;
  return [
    '### Growth of the whole job',
    ['| rows | s | MiB |', '|--:|--:|--:|', ...lines].join('\n'),
    `Ten times the rows take ${times(growth)} the time (goal: at most 12 ×, ` +
      `${growth <= 12 ? 'met' : 'not met'}); memory ${measured.at(-1).peakMiB?.toFixed(0)} MiB ` +
      `(goal: below 1,024, ${measured.at(-1).peakMiB < 1024 ? 'met' : 'not met'}).`,
  ].join('\n\n');
}

function formatCells(measured, label) {
  const { seconds, peakMiB, note } = measured.get(label);
  if (seconds === undefined) return [note, '', ''];
  const ours = measured.get('ours')?.seconds;
  const shown = seconds < 1 ? seconds.toFixed(3) : seconds.toFixed(2);
  return [
    note === undefined ? shown : `${shown} (${note})`,
    peakMiB.toFixed(0),
    ours === undefined ? '' : (seconds / ours).toFixed(2),
  ];
}

function times(value) {
  return `${Number(value.toFixed(2))} ×`;
}

function count(value) {
  return value.toLocaleString('en-US');
}
