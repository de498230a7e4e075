"""The working floor: one transaction for each verb; importers, the command line, what screens are shown."""
