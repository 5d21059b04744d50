#!/usr/bin/env python3
"""Looks into files that Milepost has written, for .ci/files. Prints a line of praise, or exits with what is wrong.

    checkfile.py axe PAGE AXE OUT      a page with the accessibility checker in it, for a browser to run
    checkfile.py axed DOM              what the checker found
    checkfile.py vobject FILE.ics      the calendar as python3-vobject reads it
    checkfile.py workbook DIR SHEETS   the sheets LibreOffice has read against the report's own CSV
    checkfile.py same A B              two CSV files cell by cell
"""
import csv
import glob
import html
import json
import re
import sys


def axe(page, checker, out):
    text = open(page, encoding="utf-8").read()
    script = open(checker, encoding="utf-8").read()
    run = """axe.run(document).then(r => {
      const p = document.createElement('pre'); p.id = 'found';
      p.textContent = JSON.stringify({rules: r.passes.length, violations: r.violations.map(v => [v.id, v.nodes.map(n => n.html)])});
      document.body.appendChild(p); })"""
    open(out, "w", encoding="utf-8").write(text.replace("</body>", "<script>" + script + "</script><script>" + run + "</script></body>"))


def axed(dom):
    found = re.search(r'<pre id="found">(.*?)</pre>', open(dom, encoding="utf-8").read(), re.S)
    if not found:
        sys.exit("the accessibility checker has not run")
    result = json.loads(html.unescape(found.group(1)))
    if result["violations"]:
        sys.exit("findings: " + json.dumps(result["violations"], ensure_ascii=False))
    if result["rules"] < 20:
        sys.exit("only %d rules were checked" % result["rules"])
    print("%d rules, no finding" % result["rules"])


def calendar(path):
    import vobject

    whole = vobject.readOne(open(path, encoding="utf-8", newline="").read())
    whole.validate(raiseException=True)
    events = whole.vevent_list
    if len({e.uid.value for e in events}) != len(events) or not events:
        sys.exit("entries share an identity, or there are none")
    print("valid, %d entries" % len(events))


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as f:
        return list(csv.reader(f))


def figure(text):
    """A cell as LibreOffice shows it in a workbook, as the figure of the report's CSV."""
    if re.fullmatch(r"[+-]?\d+(\.\d+)?%", text):
        return float(text[:-1])
    if re.fullmatch(r"\d+:\d\d", text):
        hours, minutes = text.split(":")
        return int(hours) * 60 + int(minutes)
    try:
        return float(text)
    except ValueError:
        return text


def workbook(folder, sheets):
    compared = 0
    for part, title in [("domains", "Domains"), ("mocks", "Mocks"), ("heat", "Score by domain and mock"), ("milestones", "Milestones")]:
        found = glob.glob(sheets + "/*-" + title + ".csv")
        if len(found) != 1:
            sys.exit("there is no sheet " + title)
        got, want = rows(found[0]), rows(folder + "/" + part + ".csv")
        if len(got) != len(want):
            sys.exit("%s has %d rows, not %d" % (title, len(got), len(want)))
        for g, w in zip(got[1:], want[1:]):
            for a, b in zip(g, w):
                a, b = figure(a), figure(b.lstrip("'"))
                if a != b and not (isinstance(a, (int, float)) and isinstance(b, (int, float)) and abs(a - b) <= 0.5):
                    sys.exit("%s: %r in the workbook is %r in the CSV" % (title, a, b))
                compared += 1
    print("%d cells, equal" % compared)


def same(a, b):
    first, second = rows(a), rows(b)
    if first != second:
        sys.exit("the files differ: %r" % [(x, y) for x, y in zip(first, second) if x != y][:3])
    print("%d cells, equal" % sum(len(r) for r in first))


if __name__ == "__main__":
    {"axe": axe, "axed": axed, "vobject": calendar, "workbook": workbook, "same": same}[sys.argv[1]](*sys.argv[2:])
