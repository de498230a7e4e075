"""Channels: how a letter leaves, and what became of it, told apart."""
