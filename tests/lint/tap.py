# SPDX-License-Identifier: ISC
"""What the lints have in common: the tree they read and the TAP they print."""
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Tap:
    def __init__(self):
        self.count = self.failed = 0
        print('TAP version 13')

    def report(self, name, problems):
        """One test: good without problems, which are told as lines of comment."""
        self.count += 1
        self.failed += bool(problems)
        print(f'{"not ok" if problems else "ok"} {self.count} - {name}'.replace('#', r'\#'))
        for problem in problems:
            print(f'# {problem}')

    def sample(self, text, words, problems):
        """A bad sample has to be refused, and with these words."""
        caught = any(words in problem for problem in problems)
        self.report('refuses ' + ' '.join(text.split()),
                    [] if caught else [f'not refused with "{words}", but with {problems}'])

    def end(self):
        print(f'1..{self.count}')
        sys.exit(self.failed > 0)
