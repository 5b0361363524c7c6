/** The report of all screens that were looked at: one row a screen, one picture a look. */
export function describeScreens(screens) {
  const looks = distinct(screens.map(lookOf));
  const rows = distinct(screens.map(({ name }) => name)).map((name) => {
    const cells = looks.map((look) =>
      describeCell(screens.find((screen) => screen.name === name && lookOf(screen) === look)),
    );
    return `<tr><th scope="row">${escape(name)}</th>${cells.join('')}</tr>`;
  });
  const wrong = screens.filter(({ faults }) => faults.length > 0).length;
  const heads = looks.map((look) => `<th scope="col">${escape(look)}</th>`).join('');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Screens of the pane</title>
<style>
  body { font-family: sans-serif; }
  th, td { vertical-align: top; text-align: left; padding: 4px; }
  img { width: 350px; border: 1px solid #999; }
  .fault { color: #b00; max-width: 350px; overflow-wrap: anywhere; }
</style>
<h1>Screens of the pane</h1>
<p>${screens.length} screens, ${wrong} with faults (axe, width, errors of scripts).</p>
<table>
<thead><tr><td></td>${heads}</tr></thead>
<tbody>${rows.join('\n')}</tbody>
</table>
</html>
`;
}

function describeCell(screen) {
  if (screen === undefined) return '<td></td>';
  const { file, name, faults } = screen;
  const found = faults.map((fault) => `<p class="fault">${escape(fault)}</p>`).join('');
  return `<td><img loading="lazy" src="${escape(file)}" alt="${escape(name)}">${found}</td>`;
}

function lookOf({ theme, width, language }) {
  return `${theme}, ${language}, ${width}`;
}

function distinct(items) {
  return [...new Set(items)];
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
