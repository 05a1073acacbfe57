"""Views into Block Kit: pure functions, one file for each thing that people see. All limits are kept here.

`elements` has the pieces, `text` makes people's words safe and short; everything else is a message or a form.
"""
