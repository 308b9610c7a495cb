"""The recipe of the bundled weights: from the corpora to models in Stanza's layout, and the figures of the model card.

Training and scoring are done by Stanza where possible; this package prepares their data and settings.
"""
