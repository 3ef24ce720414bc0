"""`python -m scr_lint`: the same as the `scr-lint` command."""

from scr_lint.cli import main

main()
