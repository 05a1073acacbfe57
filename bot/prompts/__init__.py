"""Requests -> exact prompts, pure: styles, the identity lock, the prompt of a shot. What is sent is what is kept."""
