"""Lexicons: the words of the rules, as data a safeguarding professional can read and edit."""

from scr_lint.lexicon.entry import Entry, Explanation, Lexicon, RuleHeader
from scr_lint.lexicon.examples import Example, parse_example
from scr_lint.lexicon.home import lexicon_folder
from scr_lint.lexicon.load import LexiconSet, load_lexicons
from scr_lint.lexicon.pattern import Element, Pattern, PatternParser

__all__ = [
    "Element",
    "Entry",
    "Example",
    "Explanation",
    "Lexicon",
    "LexiconSet",
    "Pattern",
    "PatternParser",
    "RuleHeader",
    "lexicon_folder",
    "load_lexicons",
    "parse_example",
]
