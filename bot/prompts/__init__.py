"""Requests -> exact prompts, pure: styles, the identity lock, the prompts of shots and edits. What is sent is kept."""
