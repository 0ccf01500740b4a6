"""Make a plan, record the akkoord, and set it down as a besluit that never changes."""
