"""The language server: `app` speaks the protocol, `session` checks, `recheck` makes it quick."""
