"""What people type, and what they see: one topic a file."""
