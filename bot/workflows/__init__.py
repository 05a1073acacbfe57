"""The durable work: what goes on after Slack has been acknowledged, and goes on again after a crash.

`engine` is the port to the workflow engine and the only module that imports it; `show` is what the work needs of Slack,
`sets` and `shots` are the workflows, `paid` is the one step that costs money, `turns` decides who may call next.

Two rules keep a repeated step harmless: ids are made from what is asked, never drawn by chance; and a step stores what
it did before it returns. Steps return ids, never bytes.
"""
