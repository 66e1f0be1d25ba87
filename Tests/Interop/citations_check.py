"""Opens every citation of the source documents: `004:5604-5605` is lines 5604 to 5605 of the file that starts with 004.

A citation names a line, a range, or a list in one document: `004:5604, 5620-5621`. Anything else parts citations.
Whether the lines carry the claim only a reader can say: the report puts them side by side.

Usage: citations_check.py PROJECT SOURCES [--report FILE]
       citations_check.py --self-test

Prints how many citations and distinct ranges it opened. Exits with 1, and a line for each fault, when a citation is
malformed or leads nowhere, and when there is none at all.
"""

import collections
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SUFFIXES = {".swift", ".md", ".yaml", ".yml", ".json", ".txt", ".py", ".mustache"}
# Scripts without a suffix.
SCRIPTS = "Tools"

# Deliberately bad, in tests of what reads citations, and here. One that is not there any more is a finding too.
BAD_ON_PURPOSE = {
    ("Tests/RuleFilesTests/KaartTests.swift", "004:9-3"),
    ("Tests/RuleFilesTests/KaartTests.swift", "000:0"),
    ("Tests/EndToEnd/CaseTermTests.swift", "004:"),
    # What a citation of a municipality begins with.
    ("Tests/EndToEnd/ConfidantRulesTests.swift", "004:"),
    ("Tests/EndToEnd/ConfidantRulesTests.swift", "002:"),
    ("Tests/VertrouwenspersonenTests/RegelmodelTests.swift", "001:"),
    ("Tests/VertrouwenspersonenTests/RegelmodelTests.swift", "002:"),
    ("Tests/VertrouwenspersonenTests/RegelmodelTests.swift", "003:"),
    ("Tests/VertrouwenspersonenTests/RegelmodelTests.swift", "004:"),
}
OWN_SCRIPT = "Tests/Interop/citations_check.py"

# Three digits and a colon. What starts with 0 is always meant as a citation, also when no line follows.
START = re.compile(r"(?<![\w.,/-])(?:0\d\d:|\d{3}:(?=\d))")
RANGE = re.compile(r"(\d+)(?:-(\d+))?")
MORE = re.compile(r", (\d+(?:-\d+)?)(?![\w:-])")
# What makes of something that looks whole a part of something else.
TAIL = re.compile(r"[\w:]|[ \t]*[-\u2010-\u2015][ \t]*\d|[-\u2010-\u2015]|\.\d")

Use = collections.namedtuple("Use", "file line text")


class Sources:
    """The documents in a folder, by the number that their file's name starts with."""

    def __init__(self, folder):
        self.documents, self.problems = {}, []
        for path in sorted(pathlib.Path(folder).iterdir()):
            number = path.name[:3]
            if not path.is_file() or not re.fullmatch(r"\d{3}(?!\d).*", path.name):
                continue
            if number in self.documents:
                self.problems.append(f"{path.name}: a second document {number}")
            # Only \n ends a line, as for sed and grep: form feeds and the like are part of one.
            lines = path.read_text(encoding="utf-8").split("\n")
            self.documents[number] = lines[:-1] if lines[-1] == "" else lines

    def lines(self, number, first, last):
        return self.documents[number][first - 1 : last]

    def fault(self, number, first, last):
        """What is wrong with a range, or None."""
        if number not in self.documents:
            return f"there is no document {number}"
        count = len(self.documents[number])
        if first < 1:
            return "lines are counted from 1"
        if last < first:
            return "the range is inverted"
        if last > count:
            return f"document {number} ends at line {count}"
        if not any(line.strip() for line in self.lines(number, first, last)):
            return "nothing is written there"
        return None


def citations(text):
    """Each citation in a line of text: what is written, and its ranges, or what is wrong with its form."""
    for start in START.finditer(text):
        number, ranges = start.group()[:3], []
        match = RANGE.match(text, start.end())
        if not match:
            # Up to the next space or quotation mark: enough to find it by.
            yield re.match(r"[^\s\"'`)]*", text[start.start() :]).group(), "no line follows"
            continue
        end, problem = match.end(), None
        while match:
            first, last = match.group(1), match.group(2)
            if any(part and len(part) > 1 and part.startswith("0") for part in (first, last)):
                problem = "a line's number starts with 0"
            ranges.append((number, int(first), int(last or first)))
            end = match.end()
            more = MORE.match(text, end)
            match = RANGE.match(text, more.start(1)) if more else None
        tail = TAIL.match(text, end)
        if tail:
            yield re.match(r"[^\s\"'`)]*", text[start.start() :]).group(), "it is not LINE or LINE-LINE"
        elif problem:
            yield text[start.start() : end], problem
        else:
            yield text[start.start() : end], ranges


def files(project):
    """The project's own files that can cite, in order."""
    for folder, folders, names in os.walk(project):
        folders[:] = sorted(name for name in folders if not name.startswith((".git", ".build", "__pycache__")))
        for name in sorted(names):
            path = pathlib.Path(folder, name)
            relative = path.relative_to(project).as_posix()
            is_script = path.suffix == "" and relative.startswith(SCRIPTS + "/")
            if relative != OWN_SCRIPT and (path.suffix in SUFFIXES or is_script):
                yield path, relative


def check(project, sources):
    """The uses of every range, the number of citations, and the findings."""
    uses, findings, count = collections.defaultdict(list), [(p, 0, "", "") for p in sources.problems], 0
    seen_on_purpose = set()
    for path, relative in files(project):
        lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
        for index, line in enumerate(lines):
            for text, ranges in citations(line):
                if (relative, text) in BAD_ON_PURPOSE:
                    seen_on_purpose.add((relative, text))
                    continue
                count += 1
                if isinstance(ranges, str):
                    findings.append((relative, index + 1, text, ranges))
                    continue
                for part in ranges:
                    fault = sources.fault(*part)
                    if fault:
                        findings.append((relative, index + 1, text, fault))
                    else:
                        uses[part].append(Use(relative, index + 1, claim(lines, index, path.suffix)))
    for relative, text in sorted(BAD_ON_PURPOSE - seen_on_purpose):
        if pathlib.Path(project, relative).parent.is_dir():
            findings.append((relative, 0, text, "not there any more: take it out of BAD_ON_PURPOSE"))
    return uses, count, findings


# --- The report -----------------------------------------------------------------------------------------------------


def indentation(line):
    return len(line) - len(line.lstrip(" "))


def is_comment(line):
    return line.lstrip().startswith(("//", "#"))


def claim(lines, index, suffix):
    """What cites: the comment with what it is a comment on, or the statement that the line is part of."""
    if suffix in {".md", ".txt", ".mustache"} or not lines[index].strip():
        return lines[index].strip()
    first = last = index
    if is_comment(lines[index]):
        while first > 0 and is_comment(lines[first - 1]):
            first -= 1
        while last + 1 < len(lines) and is_comment(lines[last]):
            last += 1
    else:
        depth = indentation(lines[index])
        # Up to the line that this one is part of, and down as long as it is.
        while first > 0 and index - first < 6 and lines[first - 1].strip() and indentation(lines[first]) >= depth:
            first -= 1
        while last + 1 < len(lines) and last - index < 4 and indentation(lines[last + 1]) >= depth:
            last += 1
        while first > 0 and index - first < 12 and is_comment(lines[first - 1]):
            first -= 1
    block = [line for line in lines[first : last + 1] if line.strip()]
    margin = min(indentation(line) for line in block)
    return "\n".join(line[margin:] for line in block)


def name(part):
    number, first, last = part
    return f"{number}:{first}" if first == last else f"{number}:{first}-{last}"


def report(uses, sources, count):
    out = ["# Citations and what they cite", "", f"{count} citations of {len(uses)} ranges.", ""]
    for part in sorted(uses):
        out += [f"## {name(part)}", "", "```text"]
        out += [f"{part[1] + n:5} {line}".rstrip() for n, line in enumerate(sources.lines(*part))]
        out += ["```", ""]
        # The catalogue repeats what the code says: the same words are shown once, with every place.
        places = collections.defaultdict(list)
        for use in uses[part]:
            places[use.text].append(f"{use.file}:{use.line}")
        for text, where in places.items():
            out += [*(f"- {place}" for place in where), "", *("      " + line for line in text.split("\n")), ""]
    return "\n".join(out) + "\n"


# --- Running --------------------------------------------------------------------------------------------------------


def main(arguments):
    if arguments == ["--self-test"]:
        return self_test()
    if len(arguments) not in (2, 4) or (len(arguments) == 4 and arguments[2] != "--report"):
        print(__doc__, file=sys.stderr)
        return 64
    sources = Sources(arguments[1])
    uses, count, findings = check(arguments[0], sources)
    for file, line, text, problem in findings:
        print(": ".join(part for part in (f"{file}:{line}" if line else file, text, problem) if part))
    if len(arguments) == 4:
        pathlib.Path(arguments[3]).write_text(report(uses, sources, count), encoding="utf-8")
    if not sources.documents:
        print("no source document was found")
    elif not count:
        print("no citation was found")
    print(f"{count} citations, {len(uses)} distinct ranges, {len(findings)} findings")
    return 1 if findings or not count or not sources.documents else 0


# --- The self-test --------------------------------------------------------------------------------------------------

# What is written in a file, and what must be said of it: nothing, or this.
CASES = [
    ("004:2", None),
    ("004:2-3", None),
    ("004:2, 4-5", None),
    ("004:2; 000:1", None),
    ("004:2,000:1-2", None),
    ("(004:2-3), and so on", None),
    ("004:2 art. 1, 004:3 §5.3(6)", None),
    ("`G-1:004:2-3 G-2:004:4`", None),
    ("at 22:33:38.004:5 and 1,004:5 nothing is cited", "none"),
    ("a[0] = 100: here neither", "none"),
    ("004:", "004:: no line follows"),
    ("004: 2", "004:: no line follows"),
    ("004:x", "004:x: no line follows"),
    ("004:2-", "004:2-: it is not LINE or LINE-LINE"),
    ("004:2–3", "004:2–3: it is not LINE or LINE-LINE"),
    ("004:2 - 3", "004:2: it is not LINE or LINE-LINE"),
    ("004:2-3-4", "004:2-3-4: it is not LINE or LINE-LINE"),
    ("004:2a", "004:2a: it is not LINE or LINE-LINE"),
    ("004:2:3", "004:2:3: it is not LINE or LINE-LINE"),
    ("004:02", "004:02: a line's number starts with 0"),
    ("005:2", "005:2: there is no document 005"),
    ("104:2", "104:2: there is no document 104"),
    ("004:0", "004:0: lines are counted from 1"),
    ("004:3-2", "004:3-2: the range is inverted"),
    ("004:6", "004:6: document 004 ends at line 5"),
    ("004:4-6", "004:4-6: document 004 ends at line 5"),
    ("004:2, 6", "004:2, 6: document 004 ends at line 5"),
    ("004:2, 4-3", "004:2, 4-3: the range is inverted"),
    ("000:2", "000:2: nothing is written there"),
]


def self_test():
    failed = []

    def expect(what, condition):
        if not condition:
            failed.append(what)

    def run(project, sources, *more):
        command = [sys.executable, os.path.abspath(__file__), str(project), str(sources), *more]
        result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
        return result.returncode, result.stdout.splitlines()

    with tempfile.TemporaryDirectory() as scratch:
        project, sources, report_file = (pathlib.Path(scratch, n) for n in ("project", "sources", "report.md"))
        (project / "Sources").mkdir(parents=True)
        sources.mkdir()
        # A form feed and a line separator end no line; the last line of 000 has no end.
        (sources / "004_a.txt").write_text("one\ntwo\x0c\u2028two\nthree\nfour\nfive\n", encoding="utf-8")
        (sources / "000_b.txt").write_text("een\n\ndrie", encoding="utf-8")
        (sources / "notes.txt").write_text("no source\n", encoding="utf-8")
        cited = project / "Sources" / "A.swift"
        for text, said in CASES:
            cited.write_text(f"let a =\n  \"{text}\"\n", encoding="utf-8")
            code, lines = run(project, sources)
            if said is None:
                expect(f"{text}: {lines}", code == 0 and lines[0].endswith(" 0 findings") and lines[0][0] != "0")
            elif said == "none":
                expect(f"{text}: {lines}", code == 1 and lines[0] == "no citation was found")
            else:
                expect(f"{text}: {lines}", code == 1 and lines[0] == f"Sources/A.swift:2: {said}")

        # Every kind of file, a script, and none of what is built or another's.
        cited.write_text("let a = \"004:1\"\n", encoding="utf-8")
        for path in ("README.md", "a.yaml", "a.json", "a.txt", "Tools/demo", ".build/a.swift", ".git/a.md", "a.png"):
            (project / path).parent.mkdir(parents=True, exist_ok=True)
            (project / path).write_text("004:1-2, 5\n", encoding="utf-8")
        code, lines = run(project, sources, "--report", str(report_file))
        expect(f"counting: {lines}", (code, lines) == (0, ["6 citations, 3 distinct ranges, 0 findings"]))
        written = report_file.read_text(encoding="utf-8")
        parts = ("## 004:1\n", "## 004:1-2\n", "## 004:5\n", "    1 one\n    2 two", "- Sources/A.swift:1\n", "let a =")
        for part in parts:
            expect(f"the report has {part!r}", part in written)
        expect("the report shows what is the same once", written.count("      004:1-2, 5\n") == 2)

        # Several findings are several lines.
        cited.write_text("// 004:9 and 004:3-2\n// 004:\n", encoding="utf-8")
        code, lines = run(project, sources)
        expect(f"each finding: {lines}", code == 1 and len(lines) == 4 and lines[-1].endswith(" 3 findings"))

        # What is bad on purpose is passed over only where it is, and missed when it is gone.
        cited.write_text("// 004:1\n", encoding="utf-8")
        for relative in {relative for relative, _ in BAD_ON_PURPOSE}:
            words = ", ".join(f'"{text}"' for path, text in sorted(BAD_ON_PURPOSE) if path == relative)
            (project / relative).parent.mkdir(parents=True, exist_ok=True)
            (project / relative).write_text(f"for word in [{words}] {{}}\n", encoding="utf-8")
        test = project / "Tests/EndToEnd/CaseTermTests.swift"
        code, lines = run(project, sources)
        expect(f"bad on purpose: {lines}", code == 0)
        test.write_text("for word in [] {}\n", encoding="utf-8")
        code, lines = run(project, sources)
        expect(f"gone: {lines}", code == 1 and "CaseTermTests.swift: 004:: not there any more" in lines[0])
        test.unlink()

        (sources / "004_c.txt").write_text("another\n", encoding="utf-8")
        code, lines = run(project, sources)
        expect(f"a second: {lines}", code == 1 and lines[0] == "004_c.txt: a second document 004")
        for path in sources.iterdir():
            path.unlink()
        code, lines = run(project, sources)
        expect(f"no documents: {lines}", code == 1 and "no source document was found" in lines)
        expect("no arguments", subprocess.run([sys.executable, __file__], capture_output=True).returncode == 64)

    for line in failed:
        print(f"self-test: {line}")
    print(f"self-test: {len(CASES)} cases, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
