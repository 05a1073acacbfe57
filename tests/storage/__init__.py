"""What is remembered, on every database that Easel runs on."""
