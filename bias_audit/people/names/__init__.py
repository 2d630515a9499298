"""Names of people in tokenised text: by list, by what stands around a word, by rows and tables; and what is no name."""
