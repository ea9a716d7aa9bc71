"""A call floor that exists only in numbers: hidden people, callers, rules, and ways to queue.

Nothing in here knows what the program believes, and nothing the program ships was chosen by
looking at what is in here: every world draws its own truths.
"""
