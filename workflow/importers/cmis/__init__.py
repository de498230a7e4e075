"""CMIS, another committee system: its meeting pages."""
