"""The desk's floor: draws and listens; holds no rule and opens no session."""
