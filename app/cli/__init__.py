"""The command line's parts; what a command needs is imported when it runs."""
