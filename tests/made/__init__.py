"""Made pictures, edits with exact regions, and drifts: what the pixel lock is measured and tested with.

fields       smooth random fields that the others are made of
photographs  pictures with shading, texture and grain      drawings  flat, lined and lettered ones
subjects     all kinds by name, with seeds                 seeing    pixels to PNG and back
edits        local edits, with the exact region            wholes    changes of the whole picture
drift        what a model does to all it was not asked to change
chain        edit after edit on one picture                cases     single edits, decided rightly or wrongly

All are made from seeds, so nothing is bundled, and the numbers come out the same everywhere.
"""
