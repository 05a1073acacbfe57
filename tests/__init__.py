"""Conversations first: what people type and what they see, over a fake wire (`tests/sandbox`), never a fake client."""
