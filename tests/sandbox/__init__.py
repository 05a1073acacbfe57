"""A local workspace to try and test Easel without keys: Slack's side, the models' side, and a page like Slack.

`server` starts it all; `slack/` plays Slack; `models/` plays the image and text API, `painter/` draws its pictures;
`control` is how tests and people drive it; `page/` is what they see; `journal`, `faults`, `knobs` record, break and
tune its calls.
"""
