"""The recipe of the bundled weights: from the corpora to models in Stanza's layout, and the figures of their card.

Stanza's own trainers and scorers do the work; what stands here is what they are given.
"""
