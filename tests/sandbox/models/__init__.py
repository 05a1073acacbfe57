"""OpenAI's side of the sandbox: the image and text API, as strict, as slow and as expensive as the real one.

`app` serves it; `catalogue` and `parameters` know what it takes; `billing` what it costs; `studio` draws the pictures.
"""
