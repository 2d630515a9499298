"""The words and drawings of the samples, and the code that lays them out."""
