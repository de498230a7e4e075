"""The commands: each a module of the command's name, imported only when it is called."""
