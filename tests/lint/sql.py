# SPDX-License-Identifier: ISC
"""The texts of sql/statements as the build makes them (sql/statements.awk): with the parts put in
that several of them name, each on the line where it was."""
import re

from tap import ROOT

PART = re.compile(r'^-- part: (\w+)\n((?:.*\n)*?.*;)$', re.M)


def whole(texts):
    """The texts without the definitions of parts, and PART(name) replaced by what it stands for."""
    texts = list(texts)
    parts = {name: ' '.join(re.sub(r'^--.*$', '', body, flags=re.M).split()).removesuffix(';')
             for text in texts for name, body in PART.findall(text)}
    return [re.sub(r'PART\((\w+)\)', lambda found: parts[found[1]],
                   PART.sub(lambda found: re.sub(r'^.*$', '--', found[0], flags=re.M), text)) for text in texts]


def statement_files():
    """[(path, text)] of all files."""
    paths = sorted((ROOT / 'sql/statements').glob('*.sql'))
    return list(zip(paths, whole(path.read_text(encoding='utf-8') for path in paths)))
