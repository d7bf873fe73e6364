# SPDX-License-Identifier: ISC
"""As much of C as the lints read: sources as they are written here, not every one that compiles."""
import re

NAME = r'[A-Za-z_]\w*'
TOKEN = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'', re.S)


def code(text):
    """Without comments and directives; strings stay.  Lines stay where they are."""
    text = TOKEN.sub(lambda match: match[0] if match[0][0] != '/' else '\n' * match[0].count('\n') or ' ', text)
    return re.sub(r'^[ \t]*#(?:[^\n\\]|\\.|\\\n)*', lambda match: '\n' * match[0].count('\n'), text, flags=re.M)


def closing(text, at):
    """Where the bracket that opens at `at` closes."""
    depth, brackets = 0, re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|[][(){}]')
    for match in brackets.finditer(text, at):
        if match[0] in '([{':
            depth += 1
        elif match[0] in ')]}':
            depth -= 1
            if depth == 0:
                return match.start()
    raise ValueError(f'not closed: {text[at:at + 60]}')


def parts(text, between=','):
    """The parts of a list between its commas."""
    found, depth, begin = [], 0, 0
    for match in re.finditer(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|[][(){}' + between + ']', text):
        if match[0] in '([{':
            depth += 1
        elif match[0] in ')]}':
            depth -= 1
        elif match[0] == between and depth == 0:
            found.append(text[begin:match.start()])
            begin = match.end()
    return [part for part in found + [text[begin:]] if part.strip()]


def calls(text, names):
    """Yields (where it ends, name, arguments) of each call of these."""
    for match in re.finditer(rf'(?<![\w.>])({names})\s*\(', text):
        end = closing(text, match.end() - 1)
        yield end, match[1], [part.strip() for part in parts(text[match.end():end])]


def functions(text):
    """Yields (whether static, name, parameters, body) of each function that is defined."""
    for match in re.finditer(rf'^((?:[a-z][\w \t*]*\n)?)({NAME})\(', text, re.M):
        end = closing(text, match.end() - 1)
        if match[1] and re.match(r'\)\s*\{', text[end:]):
            begin = text.index('{', end)
            yield 'static' in match[1], match[2], text[match.end():end], text[begin:closing(text, begin) + 1]


def table_rows(text, name):
    """The rows of a constant table, and whether they are plain strings; none when it is not there."""
    match = re.search(rf'\b{name}((?:\[[^]]*\])+) = \{{', text)
    if not match:
        return [], False
    rows = [row.strip() for row in parts(text[match.end():closing(text, match.end() - 1)])]
    rows = [re.sub(r'^\[[^]]*\] = ', '', row) for row in rows]
    return rows, all(row.startswith('"') for row in rows) or match[1].count('[') > 1
