"""Copies a workbook without the cached values of its formulas: strip_cached.py SOURCE TARGET."""

import re
import sys
import zipfile

FORMULA_CELL = re.compile(rb"(<f[ >](?:[^<]|<(?!/f>))*</f>)<v>[^<]*</v>")

source, target = sys.argv[1:]
with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
    for name in old.namelist():
        data = old.read(name)
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            data = FORMULA_CELL.sub(rb"\1", data)
        new.writestr(name, data)
