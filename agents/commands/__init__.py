"""The subcommands of `rasid`, one a file."""
